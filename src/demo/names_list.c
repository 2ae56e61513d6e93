/* Names in use in Benin, by the part of the country they are mostly heard in. Nobody in particular. */
#include "demo/names.h"

#define LIST(array) { array, sizeof(array) / sizeof((array)[0]) }

static const char *const FAMILY_SOUTH[] = {
	"ADANHOUNME", "ADANDE", "ADANLE", "ADJAHOUNGBETA", "ADJAKPA", "ADJANOHOUN", "ADJIBI", "ADJIBODOU", "ADJOGBLE", "ADJOVI",
	"ADJALLA", "ADOUKONOU", "ADOHO", "AFFOGBOLO", "AFFOKPE", "AFFOUKOU", "AGASSOUNON", "AGBADJE", "AGBAHUNGBA", "AGBANGLA",
	"AGBANLIN", "AGBATCHI", "AGBEGNIDO", "AGBLONON", "AGBO", "AGBODJAN", "AGBODJOGBE", "AGBOKOU", "AGBOSSAGA", "AGBOSSOU",
	"AGBOTON", "AGBOVI", "AGOGNON", "AGONKAN", "AGOSSA", "AGOSSADOU", "AGOSSOU", "AGUESSY", "AHANHANZO", "AHISSOU",
	"AHLONSOU", "AHODEHOU", "AHOMADEGBE", "AHOSSI", "AHOTON", "AHOUANDJINOU", "AHOUANGNINOU", "AHOUANSOU", "AHOUANVOEBLA",
	"AHOUANYE", "AHOYO", "AIDASSO", "AINADOU", "AIZANNON", "AKAKPO", "AKLE", "AKOHA", "AKPADJI", "AKPLOGAN", "AKPO", "AKPOVI",
	"AKPOVO", "AKUE", "ALAPINI", "ALIDJINOU", "ALLADAYE", "ALLADATIN", "ALLODE", "ALOFA", "AMADJI", "AMEGNINOU", "AMOUSSOU",
	"AMOUSSOUGA", "ANAGONOU", "ANANI", "ANIAMBOSSOU", "APLOGAN", "ASSANKPON", "ASSOGBA", "ATCHADE", "ATCHOU", "ATIDEGLA",
	"ATINDEHOU", "ATINDOGBE", "ATROKPO", "AVLESSI", "AVOCE", "AVOUNDJI", "AWANOU", "AYATODE", "AYIVI", "AZANDOSSESSI",
	"AZANKPE", "AZANNAI", "AZIFAN", "AZONHIHO", "AZONDEKON", "BADA", "BADOU", "BALLO", "BEHANZIN", "BIAOU-GBAGUIDI",
	"BOCO", "BOCOVO", "BODJRENOU", "BOKO", "BOKONON", "BOSSA", "BOSSOU", "BOTON", "CAKPO", "CAPO-CHICHI", "CODJIA", "CODJO",
	"COMLAN", "COSSI", "COSSOU", "DAGBA", "DAGBENON", "DAGNON", "DAHOUE", "DAKO", "DANHOUNSI", "DANSOU", "DANSI", "DANVIDE",
	"DANNON", "DAVO", "DEDEGBE", "DEDEHOUANOU", "DEGBE", "DEGBEY", "DEGBOE", "DEGLA", "DEGUENON", "DEHOTIN", "DEHOUE",
	"DJAGBA", "DJAGOUN", "DJEGO", "DJENONTIN", "DJIDONOU", "DJIHOUESSI", "DJIMADJA", "DJOGBENOU-KPODO", "DJOHOSSOU",
	"DJOSSA", "DJOSSOU", "DOHOU", "DONOU", "DOSSA", "DOSSOU", "DOSSOU-YOVO", "DOVONOU", "EDAH", "EGBO", "EHOUZOU", "FADONOUGBO",
	"FANDY", "FANOU", "FASSINOU", "FOLLY", "FOURN", "GANDJI", "GANDONOU", "GANHOU", "GANSE", "GBADAMASSI-HOUNSA", "GBAGUIDI",
	"GBEDJI", "GBEDO", "GBEGAN", "GBEMAVO", "GBENOU", "GBESSEMEHLAN", "GBETO", "GBETOHO", "GBOGBO", "GLELE", "GLIDJA",
	"GNAHOUI", "GNANSOUNOU", "GNANVI", "GNIMAVO", "GNONLONFIN", "GODONOU", "GOGAN", "GOUDALO", "GOUDJO", "GOUSSANOU",
	"GUEDEGBE", "GUEDENON", "GUEZO", "GUIDI", "HADONOU", "HAZOUME", "HEDIBLE", "HESSOU", "HINNOUHO", "HODONOU", "HONVO",
	"HONVOU", "HOUANGNI", "HOUANSOU", "HOUEDANOU", "HOUEGBELO", "HOUEHA", "HOUEHOUNHA", "HOUENASSOU", "HOUENOU", "HOUESSOU",
	"HOUETO", "HOUINATO", "HOUINSOU", "HOUNDETE", "HOUNDONOUGBO", "HOUNGBEDJI", "HOUNGBO", "HOUNGNIBO", "HOUNGUE",
	"HOUNKANRIN", "HOUNKPATIN", "HOUNKPE", "HOUNKPONOU", "HOUNMENOU", "HOUNNOU", "HOUNSA", "HOUNSOU", "HOUNTON", "HOUNTONDJI",
	"HOUNVENOU", "HOUNWANOU", "HOUSSOU", "HOUSSOUVO", "JOHNSON", "KAKPO", "KASSA", "KINDJI", "KINHOU", "KINSIKLOUNON", "KITI",
	"KLIKAN", "KOUDJO", "KOUKOUI", "KOUKPAKI", "KOUKPO", "KOUTON", "KPADE", "KPADONOU", "KPAKPO", "KPANOU", "KPATCHAVI",
	"KPATENON", "KPODEKON", "KPODO", "KPOGNON", "KPOMASSI", "KPOSSOU", "KPOTIN", "LALEYE-AGBO", "LIGAN", "LISBOA", "LOKO",
	"LOKOSSOU", "LOKONON", "MEDAGBE", "MEDENOU", "MEHINTO", "MEHOU", "MENSAH", "METONOU", "MIGAN", "MISSINHOUN", "MONTCHO",
	"NASSARA", "NOBIME", "NOUATIN", "NOUDEHOU", "NOUGBODE", "NOUKPO", "OUSSA", "OUSSOU", "PADONOU", "QUENUM-ASSOGBA", "SAGBO",
	"SAGBOHAN", "SALANON", "SATCHIVI", "SEDJRO", "SEDO", "SEGBEDJI", "SEGLA", "SEHOUE", "SEMASSA", "SENOU", "SESSOU", "SEWADE",
	"SINSIN", "SODJINOU", "SODOKIN", "SOGBOSSI", "SOGLO-KPADE", "SOHOU", "SOSSA", "SOSSOU", "SOSSOUKPE", "SOTON", "SOUNOUVOU",
	"SOVIDE", "TCHEGNON", "TCHIBOZO", "TCHOKPODO", "TCHOMAKOU", "TOGBE", "TOGNI", "TOGNON", "TOHOUENOU", "TOKPANOU", "TOLLO",
	"TONATO", "TOSSA", "TOSSOU", "TOSSAVI", "TOTIN", "TOUDONOU", "VIDEGLA", "VIDEHOUENOU", "VIDJINNAGNI", "VIGAN", "VIGNON",
	"VODOUNNON", "VODOUNON", "WANVOEGBE", "YEHOUENOU", "YEMADJE", "YESSOUFOU-DANSOU", "YOVO", "ZANNOU", "ZANOU", "ZINSOU",
	"ZODEHOUGAN", "ZOHOUN", "ZOUNGRANA", "ZOUNMENOU", "ZOUNON",
};
static const char *const FAMILY_YORUBA[] = {
	"ABIALA", "ABIOLA", "ADEBAYO", "ADEBIYI", "ADECHINA", "ADECHOKAN", "ADEGBIDI", "ADEGBITE", "ADEGBOLA", "ADEGNANDJOU",
	"ADELAKOUN", "ADELEKE", "ADENIYI", "ADEOSSI", "ADEOTI", "ADEROMOU", "ADESSINA", "ADETONA", "ADEYEMI", "ADIMI", "AFOLABI",
	"AINA", "AJIBOLA", "AKADIRI", "AKAMBI", "AKANBI", "AKANDE", "AKINDELE", "AKINOCHO", "AKINTOLA", "AKPLA", "ALABI", "ALAO",
	"ALAYE", "ALLAGBE", "ALOUKOU", "AMOUDA", "ARAYE", "AROUNA", "ASSANI", "ATTOLOU", "AWODE", "AYEDOUN", "AYENA", "AYINLA",
	"AYODELE", "BABALOLA", "BABATOUNDE", "BABADJIDE", "BALOGOUN", "BANKOLE", "BIAOU", "BOURAIMA", "CHABI-AYEDOUN", "CHOGOLOU",
	"CHOKKI", "DJIBRIL", "DOSSOUMOU", "EDOUN", "EGOUNLETY", "ELEGBEDE", "FACHINAN", "FADE", "FAGBEMI", "FAGBOHOUN", "FAGNISSE",
	"FALADE", "FALOLA", "FASSASSI", "FATOKE", "GBADEBO", "IBIKOUNLE", "IBILOLA", "IDOHOU", "IDOSSOU", "IDRISSOU", "IGUE",
	"IKOULE", "ISHOLA", "KOLAWOLE", "KOTCHONI", "LALEYE", "LASSISSI", "LAWANI", "LAWIN", "MOUSTAPHA", "OBALOLA", "ODJO",
	"ODOUNLAMI", "ODOULAMI", "OGOUBIYI", "OGOUDIKPE", "OGOUNCHI", "OKE", "OKPEICHA", "OKOUNLOLA", "OLA", "OLADELE", "OLAFA",
	"OLAYE", "OLODO", "OLODOUN", "OLOUWAFEMI", "OMICHESSAN", "ONIFADE", "ORE", "OROU-FICO", "OSSE", "OSSENI", "OYEDE", "OYELADE",
	"OYENIYI", "RADJI", "SALAMI", "SANNI-OLA", "TAIROU", "TAIWO", "TCHAOU", "TIDJANI", "YAI", "YESSOUFOU",
};
static const char *const FAMILY_NORTH[] = {
	"ABDOULAYE", "ABDOU", "ADAM", "ADAMOU", "ALASSANE", "ALFA", "ALIDOU", "ALI YERIMA", "AMADOU", "ARIGBO", "ASSOUMA", "BABIO",
	"BAGNAN", "BAGOUDOU", "BAGRI", "BAKARY", "BANNI", "BAPARAPE", "BARASSOUNON", "BATA", "BAWA", "BELLO", "BIO", "BIO BANGANA",
	"BIO GUENE", "BIO NIGAN", "BIO SAWE", "BIO YARA", "BIOKOU", "BONI", "BONI SARE", "BOUKARI", "BOUKO", "BOURANDI", "CHABI",
	"CHABI BIO", "CHABI SIKA", "CHABI YO", "COOVI-N’DAH", "DAFIA", "DANGOU", "DANRI", "DAOUDA", "DARI", "DEMON", "DJEGA",
	"DJIBRILA", "DRAMANE", "FOUSSENI", "GADO", "GARBA", "GAMA", "GANDO", "GARADIMA", "GBAGUE", "GNAMMI", "GNORA", "GOMINA",
	"GOUDA", "GOUNOU", "GOUNOU N’GOBI", "GUERA", "HAMIDOU", "IBRAHIM", "IBRAHIMA", "IMOROU", "INOUSSA", "ISSA", "ISSIFOU",
	"KARIM", "KASSIM", "KATOU", "KAYODE-YORO", "KOUAGOU", "KOUARO", "KOUKOUBOU", "KOUMA", "KORA", "KORA GOUNOU", "KPEROU",
	"LAFIA", "LAFIA SERO", "LAMIDI", "MAMA", "MAMA SAMBO", "MAMADOU", "MAMAM", "MAMOUDOU", "MARE", "MASSAOU", "MORA", "MORO",
	"MOUMOUNI", "MOUSSA", "N’DAH", "N’DAH SEKOU", "N’KOUEI", "N’OUENI", "N’TCHA", "N’TIA", "NAMBIMA", "NAMBONI", "NANSOUNON",
	"NASSIROU", "NATTA", "NOUHOUM", "OROU", "OROU BAGOU", "OROU GUENE", "OROU SEGO", "OROU YORUBA", "OUMAROU", "OUOROU",
	"OUOROU BARE", "OUSMANE", "RABIOU", "SABI", "SABI GANI", "SABI YERIMA", "SAHGUI", "SAKA", "SALIFOU", "SALEY", "SAMA",
	"SAMBIENI", "SAMBO", "SANNI", "SANOU", "SARE", "SARIKI", "SATCHA", "SEIDOU", "SEKO", "SEKOU", "SERO", "SINASSONSSAGUI",
	"SINAGABE", "SOULE", "SOUMANOU", "SOUMAILA", "SOUNON", "SOUROKOU", "TABE", "TAMOU", "TANDJIEKPON", "TANTOUKOUTE",
	"TASSOU", "TAWEMA", "TCHANSI", "TCHANDO", "TCHABI", "TIAMOU", "TOKO", "TOKO CHABI", "TOURE", "WOROU", "YACOUBOU", "YAROU",
	"YAYA", "YERIMA", "YERIMA BARASSOU", "YO SANNI", "YOA", "YOROU", "YORO", "ZAKARI", "ZATO", "ZIME", "ZIMEI",
};
static const char *const GIVEN_SOUTH_F[] = {
	"Kossiba", "Adjoavi", "Adjoua", "Ablavi", "Abla", "Akouba", "Akouavi", "Ayaba", "Afiavi", "Afi", "Amivi", "Ama",
	"Kossiwa", "Dovi", "Dohoui", "Houefa", "Mahoutin", "Mahougnon", "Sènan", "Sèdami", "Sètondji", "Sèmèvo", "Fifamè", "Fifa",
	"Gbènoukpo", "Yélian", "Jésugnon", "Sènami", "Sèna", "Sessi", "Tohouegnon", "Viwagnon", "Vivi", "Yénoukounmè", "Djidjoho",
	"Dona", "Dossi", "Zinsi", "Houèvi", "Nonvignon", "Ayélé", "Ayoko", "Dédé", "Koko", "Mawulé", "Enagnon", "Finagnon",
	"Yabo", "Hoho", "Sowanou", "Mèdessè", "Kpèdétin", "Akpédjé", "Noèlie Sènan", "Lolonyo", "Elom", "Gnonnan", "Oluwafèmi",
	"Tchégnon", "Bignon", "Ifèdé", "Hounsi", "Massi", "Nadou", "Sika", "Sikavi", "Yawa", "Kafui", "Déla", "Essivi",
};
static const char *const GIVEN_SOUTH_M[] = {
	"Kossi", "Codjo", "Kodjo", "Comlan", "Komlan", "Cocou", "Kokou", "Yaovi", "Yao", "Koffi", "Coffi", "Comi", "Kouami", "Kouassi",
	"Coovi", "Sènou", "Dossou", "Dossa", "Sagbo", "Zinsou", "Sétonou", "Houénou", "Ayité", "Ayi", "Tété", "Folly", "Mensah",
	"Anani", "Mahougnon", "Mahoutondji", "Sèdjro", "Sèmako", "Sènakpon", "Sèwanou", "Sèton", "Gbènonkpo", "Gbètoho", "Gbègnon",
	"Djidjoho", "Fidèle Sènan", "Tognidé", "Togbédji", "Oslo Sègnon", "Vidéhouénou", "Vignon", "Bidossessi", "Hervé Sèna",
	"Kpossi", "Noukpo", "Nounagnon", "Hounnou", "Houngnonsou", "Dagbégnon", "Dahouè", "Déhou", "Mawuna", "Mawuéna", "Mèhinto",
	"Mèdégnonwa", "Finangnon", "Fréjus Sètondji", "Azonsi", "Agossa", "Agossou", "Alofa", "Bonou", "Sossa", "Sossou", "Tossou",
	"Tossa", "Yédénou", "Ahouangnivo", "Akpaki", "Essi", "Edem", "Elolo", "Senyo", "Selom", "Kékéli",
};
static const char *const GIVEN_YORUBA_F[] = {
	"Abèkè", "Abèni", "Abiba", "Adékèmi", "Adénikè", "Adéola", "Adouké", "Aina", "Ajokè", "Alakè", "Amokè", "Anikè", "Arikè",
	"Ashakè", "Ayinkè", "Ayodélé", "Bolanlé", "Bosédé", "Èniola", "Fèyishara", "Folakè", "Foumilayo", "Idowou", "Iyabo", "Kèhindé",
	"Morènikè", "Olabissi", "Olouwakèmi", "Omolara", "Oyéyèmi", "Simissola", "Taïwo", "Tinouké", "Titilayo", "Yétoundé", "Yéwandé",
};
static const char *const GIVEN_YORUBA_M[] = {
	"Abiodoun", "Abiola", "Adébayo", "Adéchinan", "Adéhan", "Adékounlé", "Adéniyi", "Adéwalé", "Adéyèmi", "Adjibola", "Aïna",
	"Akambi", "Alabi", "Alao", "Ayindé", "Ayodélé", "Babatoundé", "Bolarinwa", "Chola", "Èniola", "Fèmi", "Gbadébo", "Gbènga",
	"Idowou", "Ifèdayo", "Ishola", "Kayodé", "Kèhindé", "Kolawolé", "Olatoundé", "Oladélé", "Olouségoun", "Olouwafèmi", "Ola",
	"Oyédélé", "Rotimi", "Ségoun", "Taïwo", "Tokounbo", "Toundé", "Yékini",
};
static const char *const GIVEN_NORTH_F[] = {
	"Bona", "Gnon", "Gnonnan", "Bakè", "Bouyon", "Dado", "Yon", "Yon Bani", "Kouro", "Bagnon", "Sounon Gnon", "Bana", "Adama",
	"Baké Doué", "Bio Gnon", "Bouko Gnon", "Dobi", "Dossi", "Gansari", "Kpéra", "Koto", "Mamatou", "N’Koué", "N’Pokou", "N’Yabou",
	"Natta", "Tchando", "Yèbi", "Sika", "Tikandé", "Wobou", "Yapoko", "Yokossi", "Zourika", "Biba", "Hadjo", "Kadi", "Tobou",
};
static const char *const GIVEN_NORTH_M[] = {
	"Orou", "Sabi", "Bio", "Boni", "Sanni", "Sounon", "Woru", "Sika", "Gounou", "Bani", "Bagoudou", "Baparapé", "Chabi", "Dafia",
	"Gado", "Gansou", "Guéra", "Kora", "Kpérou", "Lafia", "Mora", "N’Dah", "N’Koué", "N’Tcha", "N’Yari", "Namoussa", "Natta",
	"Ouorou", "Sambiéni", "Séro", "Sinan", "Souanou", "Tamou", "Tankpa", "Tchanti", "Toko", "Worou", "Yarou", "Yoa", "Yô",
	"Yérima", "Zimé", "Kassa", "Kouagou", "Kouaro", "Bansou",
};
static const char *const CHRISTIAN_F[] = {
	"Adèle", "Agathe", "Agnès", "Aimée", "Albertine", "Alice", "Alphonsine", "Angèle", "Anne-Marie", "Antoinette", "Augustine",
	"Béatrice", "Bénédicta", "Bernadette", "Blandine", "Brigitte", "Carine", "Catherine", "Cécile", "Célestine", "Chantal",
	"Charlotte", "Christelle", "Christine", "Claire", "Clarisse", "Claudine", "Clémence", "Colette", "Delphine", "Denise",
	"Edith", "Edwige", "Elisabeth", "Emilienne", "Estelle", "Eugénie", "Evelyne", "Félicité", "Flore", "Florence", "Françoise",
	"Geneviève", "Georgette", "Germaine", "Gisèle", "Grâce", "Hélène", "Henriette", "Honorine", "Hortense", "Inès", "Irène",
	"Jacqueline", "Jeanne", "Joséphine", "Judith", "Julienne", "Juliette", "Justine", "Laurence", "Léontine", "Lucie", "Lydie",
	"Madeleine", "Marceline", "Marguerite", "Marie", "Marie-Claire", "Marie-Josée", "Marthe", "Martine", "Mathilde", "Mélanie",
	"Micheline", "Mireille", "Monique", "Nadège", "Nadine", "Nathalie", "Nicole", "Noëlie", "Odette", "Odile", "Pascaline",
	"Patricia", "Pauline", "Pélagie", "Perpétue", "Philomène", "Prisca", "Prudence", "Rachel", "Rébecca", "Reine", "Rita",
	"Romaine", "Rosaline", "Rose", "Rosine", "Sabine", "Sandrine", "Sidonie", "Solange", "Sophie", "Suzanne", "Sylvie",
	"Thérèse", "Valérie", "Véronique", "Victoire", "Viviane", "Yolande", "Yvette", "Yvonne", "Zénabou Rose",
};
static const char *const CHRISTIAN_M[] = {
	"Achille", "Adolphe", "Adrien", "Aimé", "Alain", "Albert", "Alexandre", "Alexis", "Alfred", "Alphonse", "Ambroise", "Anatole",
	"André", "Anicet", "Anselme", "Antoine", "Apollinaire", "Aristide", "Armand", "Arnaud", "Arsène", "Athanase", "Auguste",
	"Augustin", "Barnabé", "Barthélemy", "Basile", "Benjamin", "Benoît", "Bernard", "Bertin", "Bienvenu", "Blaise", "Bonaventure",
	"Boniface", "Brice", "Casimir", "Célestin", "Charlemagne", "Charles", "Christian", "Christophe", "Claude", "Clément",
	"Constant", "Cyprien", "Cyriaque", "Damien", "Daniel", "David", "Denis", "Désiré", "Didier", "Dieudonné", "Dominique",
	"Donatien", "Edgard", "Edmond", "Edouard", "Elie", "Emile", "Emmanuel", "Epiphane", "Eric", "Ernest", "Etienne", "Eugène",
	"Euloge", "Eusèbe", "Expédit", "Fabrice", "Faustin", "Félicien", "Félix", "Ferdinand", "Fidèle", "Firmin", "Florent",
	"Florentin", "François", "Frédéric", "Fulgence", "Gabin", "Gabriel", "Gaston", "Georges", "Gérard", "Germain", "Ghislain",
	"Gilbert", "Gilles", "Grégoire", "Guillaume", "Gustave", "Guy", "Henri", "Hermann", "Hervé", "Hilaire", "Hippolyte", "Honoré",
	"Hubert", "Hugues", "Ignace", "Isidore", "Jacob", "Jacques", "Janvier", "Jean", "Jean-Baptiste", "Jean-Claude", "Jean-Marie",
	"Jérémie", "Jérôme", "Joachim", "Joël", "Joseph", "Josué", "Jules", "Julien", "Justin", "Lambert", "Landry", "Laurent",
	"Lazare", "Léon", "Léonard", "Léopold", "Louis", "Luc", "Lucien", "Ludovic", "Magloire", "Marc", "Marcel", "Marcellin",
	"Martial", "Martin", "Mathias", "Mathieu", "Maurice", "Maxime", "Médard", "Michel", "Modeste", "Moïse", "Narcisse", "Nazaire",
	"Nestor", "Nicaise", "Nicolas", "Noël", "Norbert", "Octave", "Olivier", "Pacôme", "Parfait", "Pascal", "Patrice", "Patrick",
	"Paul", "Paulin", "Philippe", "Pierre", "Placide", "Polycarpe", "Prosper", "Raoul", "Raphaël", "Raymond", "Régis", "Rémi",
	"René", "Richard", "Rigobert", "Robert", "Rodrigue", "Roger", "Roland", "Romain", "Romuald", "Samuel", "Sébastien", "Serge",
	"Sévérin", "Simon", "Simplice", "Stanislas", "Sylvain", "Sylvestre", "Symphorien", "Théodore", "Théophile", "Thomas",
	"Timothée", "Tranquillin", "Urbain", "Valentin", "Valère", "Victor", "Victorin", "Vincent", "Virgile", "Vital", "Wilfrid",
	"Xavier", "Yves", "Zacharie", "Zéphirin",
};
static const char *const MUSLIM_F[] = {
	"Abibatou", "Adizatou", "Aïchatou", "Alimatou", "Amina", "Amsétou", "Asmaou", "Assana", "Aminatou", "Azaratou", "Bilkissou",
	"Balkissou", "Djamila", "Fadilatou", "Faïzatou", "Falilatou", "Fatima", "Fatimatou", "Fatouma", "Habiba", "Habibatou",
	"Hadidjatou", "Halimatou", "Latifatou", "Mariama", "Mariam", "Mémounatou", "Moussilimatou", "Nafissatou", "Nassiratou",
	"Rachidatou", "Ramatou", "Rafiatou", "Raliatou", "Risikatou", "Saadatou", "Safiatou", "Sakinatou", "Salamatou", "Salimata",
	"Samiratou", "Sofiatou", "Souléha", "Zarahatou", "Zénabou", "Zoubératou", "Zoulfatou", "Zouliatou",
};
static const char *const MUSLIM_M[] = {
	"Abdel Aziz", "Abdel Kader", "Abdou", "Abdoul Karim", "Abdoul Rachid", "Abdoulaye", "Aboubakar", "Aboudou", "Adam", "Alassane",
	"Aliou", "Alidou", "Amadou", "Amidou", "Arouna", "Assane", "Bachirou", "Bassirou", "Boubé", "Djamiou", "Djibril", "Fataï",
	"Fatihou", "Faïçal", "Fousséni", "Ganiou", "Habib", "Hamidou", "Ibrahim", "Idrissou", "Inoussa", "Ismaël", "Issa", "Issiaka",
	"Issifou", "Kamal", "Kamarou", "Karimou", "Kassim", "Lassissi", "Latif", "Mamoudou", "Mansourou", "Mohamed", "Moubarak",
	"Mouhamadou", "Moukaïla", "Mounirou", "Moussa", "Moustapha", "Nassirou", "Nouroudine", "Ousmane", "Rachidi", "Rafiou",
	"Rahim", "Raïmi", "Razack", "Saïdou", "Saliou", "Salifou", "Salimane", "Séidou", "Sikirou", "Soulé", "Souleymane", "Soumaïla",
	"Taofick", "Tidjani", "Wabi", "Waïdi", "Yacoubou", "Yaya", "Yessoufou", "Zakari", "Zoul-Kifl",
};

const struct name_list FAMILY_NAMES[REGIONS] = { LIST(FAMILY_SOUTH), LIST(FAMILY_YORUBA), LIST(FAMILY_NORTH) };
const struct name_list GIVEN_NAMES[REGIONS][2] = {
	{ LIST(GIVEN_SOUTH_F), LIST(GIVEN_SOUTH_M) },
	{ LIST(GIVEN_YORUBA_F), LIST(GIVEN_YORUBA_M) },
	{ LIST(GIVEN_NORTH_F), LIST(GIVEN_NORTH_M) },
};
const struct name_list CHRISTIAN_NAMES[2] = { LIST(CHRISTIAN_F), LIST(CHRISTIAN_M) };
const struct name_list MUSLIM_NAMES[2] = { LIST(MUSLIM_F), LIST(MUSLIM_M) };
