/* Two papers as the portal makes them, for the tests and the measures: an order of advancement of any number of lines, and a
 * certificate of one page. Every name and number is invented. */
#ifndef PAPER_SAMPLES_H
#define PAPER_SAMPLES_H
#include "guichet/paper.h"

#define SAMPLE_COLUMNS 7

static const struct paper_column SAMPLE_HEADS[SAMPLE_COLUMNS] = {
	{ STR("N°"), 5, true }, { STR("Matricule"), 12, false }, { STR("Nom et prénoms"), 35, false }, { STR("Corps"), 30, false },
	{ STR("Ancienne situation"), 12, false }, { STR("Nouvelle situation"), 12, false }, { STR("Effet"), 24, false },
};

/* A seal's address of that many bytes: the head of a real one, then what looks like a signed text. */
static inline str
sample_url(struct arena *arena, size_t size)
{
	static const char HEAD[] = "https://guichet.example.bj/v#eyJhbGciOiJFZERTQSIsImtpZCI6Im10ZnAtMjAyNi0xIn0.";
	char *at = arena_alloc(arena, size + 1);
	uint32_t seed = 2463534242u;

	for (size_t i = 0; i < size; i++) {
		seed = seed * 1664525u + 1013904223u;
		at[i] = i < sizeof HEAD - 1 ? HEAD[i] : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[seed >> 26];
	}
	return (str){ .at = at, .len = size };
}

static inline const struct paper_seal *
sample_seal(struct arena *arena, size_t url)
{
	struct paper_seal *seal = arena_alloc(arena, sizeof *seal);

	*seal = (struct paper_seal){ .url = sample_url(arena, url), .code = STR("K7QM 2HTX 9PRA"), .where = STR("guichet.example.bj/verifier"),
		.key = STR("mtfp-2026-1"), .fingerprint = STR("Jx4S vT9q 0aWm Lk2d Zr7B eYp1 Hc8N Uf5o QgX3 sMiD 6Ct"), .sealed = STR("25 novembre 2026 à 16 h 20") };
	return seal;
}

static inline const str *
sample_cells(struct arena *arena, size_t lines)
{
	static const char *const NAMES[] = { "HOUNKPATIN", "ADJOVI", "DOSSOU-YOVO", "AGBODJAN", "KOUDJO", "GBÈDJI", "ƉƆSÚ", "TCHIBOZO", "SÈƉƐGNON", "ZINSOU",
		"BIO BIGOU", "OROU GUIDOU", "N’TCHA", "AKPLOGAN", "HOUESSOU", "FAÏHUN", "SOSSA", "CHABI YAO", "AMOUSSOU", "KPADÉ" };
	static const char *const FIRST[] = { "Clémentine", "Afi Grâce", "Cossi Étienne", "Mahoussi", "Sènami Joëlle", "Abdou-Raman", "Félicité", "Gbègnon Noé",
		"Yvette Ablawa", "Koffi Hyacinthe", "Bignon Aurore", "Moussa", "Sylvère" };
	static const char *const CORPS[] = { "Attaché des services administratifs", "Professeur certifié", "Instituteur", "Inspecteur du travail",
		"Contrôleur d’action sanitaire", "Assistant des services financiers", "Technicien supérieur de la planification", "Sage-femme" };
	str *cells = arena_array(arena, (lines > 0 ? lines : 1) * SAMPLE_COLUMNS, sizeof *cells);

	for (size_t i = 0; i < lines; i++) {
		str *row = &cells[i * SAMPLE_COLUMNS];
		const int step = 2 + (int)(i * 7 % 12);
		const char category = "ABC"[i * 5 % 3];

		row[0] = arena_format(arena, "%zu", i + 1);
		row[1] = arena_format(arena, "%06zu", 41873 + i * 7919 % 900000);
		row[2] = arena_format(arena, "%s %s", NAMES[i * 11 % 20], FIRST[(i * 5 + i / 20) % 13]);
		row[3] = str_of(CORPS[i * 3 % 8]);
		row[4] = arena_format(arena, "%c%d-%d", category, 1 + (int)(i % 3), step);
		row[5] = arena_format(arena, "%c%d-%d", category, 1 + (int)(i % 3), step + 1);
		row[6] = arena_format(arena, "1er %s 2026", i % 3 == 0 ? "octobre" : i % 3 == 1 ? "novembre" : "décembre");
	}
	return cells;
}

static const str SAMPLE_STAMP[] = {
	STR("MINISTÈRE DU TRAVAIL\nET DE LA FONCTION PUBLIQUE"), STR("DIRECTION GÉNÉRALE DE LA FONCTION PUBLIQUE"),
	STR("DÉPARTEMENT DU RECRUTEMENT ET DU SUIVI DES CARRIÈRES"),
};

static inline const struct paper *
sample_order(struct arena *arena, size_t lines, size_t url)
{
	static const str COPIES[] = { STR("SGG : 2"), STR("MEF (DGB) : 4"), STR("DGFP : 6"), STR("DPAF concernées : 12"), STR("Intéressés : 40"), STR("J.O. : 1"), STR("Chrono : 1") };
	static const str VISAS[] = {
		STR("Vu la loi n° 2015-18 du 1er septembre 2017 portant statut général de la fonction publique, telle que modifiée par la loi n° 2017-43 du 2 juillet 2018 et la loi n° 2018-35 du 5 octobre 2018 ;"),
		STR("Vu le décret n° 2021-401 du 28 juillet 2021 fixant la structure-type des ministères, tel que modifié par le décret n° 2022-476 du 3 août 2022 ;"),
		STR("Vu le décret n° 2021-562 du 3 novembre 2021 portant attributions, organisation et fonctionnement du ministère du Travail et de la Fonction publique ;"),
		STR("Vu le décret n° 85-388 du 11 septembre 1985 portant échelonnement indiciaire ;"),
		STR("Vu les dossiers des intéressés ;"),
		STR("Sur proposition du directeur général de la Fonction publique,"),
	};
	const size_t visas = sizeof VISAS / sizeof VISAS[0];
	struct paper_block *blocks = arena_array(arena, visas + 5, sizeof *blocks);
	struct paper *p = arena_alloc(arena, sizeof *p);
	size_t n = 0;

	for (size_t i = 0; i < visas; i++)
		blocks[n++] = (struct paper_block){ .kind = PAPER_VISA, .text = VISAS[i] };
	blocks[n++] = (struct paper_block){ .kind = PAPER_CENTRED, .text = STR("ARRÊTE :") };
	blocks[n++] = (struct paper_block){ .kind = PAPER_TEXT, .lead = STR("Article premier."),
		.text = STR("Est constaté, en application de l’article 125 de la loi susvisée, l’avancement automatique d’échelon des fonctionnaires de l’État dont les noms suivent :") };
	blocks[n++] = (struct paper_block){ .kind = PAPER_TABLE, .columns = SAMPLE_HEADS, .column_count = SAMPLE_COLUMNS,
		.cells = sample_cells(arena, lines), .row_count = lines };
	blocks[n++] = (struct paper_block){ .kind = PAPER_TEXT, .lead = STR("Article 2."),
		.text = STR("Les intéressés bénéficient de la rémunération attachée à leur nouvelle situation à compter des dates portées en regard de leur nom.") };
	blocks[n++] = (struct paper_block){ .kind = PAPER_TEXT, .lead = STR("Article 3."),
		.text = STR("Le présent arrêté, qui prend effet pour compter des dates ci-dessus indiquées, sera publié au Journal officiel et communiqué partout où besoin sera.") };
	*p = (struct paper){ .stamp = SAMPLE_STAMP, .stamp_count = 3, .form = STR("ARRÊTÉ"), .reference = STR("0417/MTFP/DC/SGM/DGFP/DRSC/SA"),
		.title = STR("portant avancement automatique d’échelon de fonctionnaires de l’État au titre du quatrième trimestre 2026"),
		.authority = STR("Le Ministre du Travail et de la Fonction publique,"), .blocks = blocks, .block_count = n,
		.place_date = STR("Cotonou, le 25 novembre 2026"), .quality = STR("Le Ministre du Travail\net de la Fonction publique,"),
		.name = STR("Adélaïde ƉƆSÚ-HOUNGUÉ"), .signature_note = STR("Signé électroniquement le 25 novembre 2026 à 16 h 20"),
		.copies = COPIES, .copy_count = sizeof COPIES / sizeof COPIES[0], .seal = sample_seal(arena, url), .demo = true,
		.subject = STR("Avancement d’échelon, quatrième trimestre 2026"), .author = STR("Ministère du Travail et de la Fonction publique"),
		.created = 1795620000000000 };
	return p;
}

static inline const struct paper *
sample_certificate(struct arena *arena, size_t url)
{
	static const str FACTS[] = {
		STR("Nom et prénoms"), STR("HOUNKPATIN Clémentine Sɛ́nami"), STR("Matricule"), STR("041873"), STR("Corps"), STR("Attaché des services administratifs"),
		STR("Grade"), STR("A3-9 (catégorie A, échelle 3, échelon 9)"), STR("Prise de service"), STR("3 mars 2009"),
		STR("Position"), STR("En activité"), STR("Structure"), STR("Direction départementale du Travail et de la Fonction publique du Zou"),
	};
	static const struct paper_block BLOCKS[] = {
		{ .kind = PAPER_TEXT, .text = STR("Le chef du Département du recrutement et du suivi des carrières, soussigné, certifie que l’agent de l’État désigné ci-après n’est ni candidat au départ volontaire ni radié des effectifs de la fonction publique à la date de signature du présent certificat.") },
		{ .kind = PAPER_FACTS, .cells = FACTS, .row_count = sizeof FACTS / sizeof FACTS[0] / 2 },
		{ .kind = PAPER_TEXT, .text = STR("En foi de quoi le présent certificat est délivré à l’intéressée pour servir et valoir ce que de droit.") },
		{ .kind = PAPER_NOTE, .text = STR("Ce certificat peut être vérifié jusqu’au 25 février 2027 (valeur de démonstration).") },
	};
	struct paper *p = arena_alloc(arena, sizeof *p);

	*p = (struct paper){ .stamp = SAMPLE_STAMP, .stamp_count = 3, .form = STR("CERTIFICAT DE NON-RADIATION"), .reference = STR("1284/MTFP/DC/SGM/DGFP/DRSC/SA"),
		.blocks = BLOCKS, .block_count = sizeof BLOCKS / sizeof BLOCKS[0], .place_date = STR("Cotonou, le 25 novembre 2026"),
		.quality = STR("Le chef du Département du recrutement\net du suivi des carrières,"), .name = STR("Euloge AGBODJAN"),
		.signature_note = STR("Signé électroniquement le 25 novembre 2026 à 16 h 20"), .seal = sample_seal(arena, url), .demo = true,
		.subject = STR("Certificat de non-radiation"), .author = STR("Ministère du Travail et de la Fonction publique"), .created = 1795620000000000 };
	return p;
}

/* What nobody should write into an act, and somebody will. */
static inline const struct paper *
sample_hostile(struct arena *arena)
{
	static const struct paper_column HEADS[] = { { STR("Colonne\tun"), 1, true }, { STR("\xE2\x80\xAE""envers"), 3, false } };
	char *word = arena_alloc(arena, 10001), *long_text = arena_alloc(arena, 10241);
	str *cells = arena_array(arena, 6, sizeof *cells), *copies = arena_array(arena, 20, sizeof *copies);
	struct paper_block *blocks = arena_array(arena, 12, sizeof *blocks);
	struct paper *p = arena_alloc(arena, sizeof *p);
	size_t n = 0;

	memset(word, 'W', 10000);
	for (size_t i = 0; i < 10240; i += 8)
		memcpy(long_text + i, "phrase, ", 8);
	cells[0] = (str){ .at = word, .len = 3000 };
	cells[1] = (str){ .at = long_text, .len = 10240 };
	cells[3] = STR("");
	cells[4] = STR("\n\n\n");
	cells[5] = STR("السلام عليكم 漢字 🙂 a\xCC\x81\xCC\x81\xCC\x81\xCC\x81 \xE2\x80\x8F""\xE2\x80\x8E""\xE2\x81\xA6" "x\xE2\x81\xA9");
	cells[2] = STR("a\x01\x1b[31m\x7f\xC2\x85");
	blocks[n++] = (struct paper_block){ .kind = PAPER_TEXT, .lead = STR("Mot long"), .text = { .at = word, .len = 10000 } };
	blocks[n++] = (struct paper_block){ .kind = PAPER_TEXT, .text = { .at = long_text, .len = 10240 } };
	blocks[n++] = (struct paper_block){ .kind = PAPER_VISA, .text = STR("Vu\nla\rloi\t<b>&amp;</b>") };
	blocks[n++] = (struct paper_block){ .kind = PAPER_TABLE, .columns = HEADS, .column_count = 2, .cells = cells, .row_count = 3 };
	blocks[n++] = (struct paper_block){ .kind = PAPER_TABLE, .columns = HEADS, .column_count = 2 };
	blocks[n++] = (struct paper_block){ .kind = PAPER_FACTS, .cells = cells, .row_count = 3 };
	blocks[n++] = (struct paper_block){ .kind = PAPER_FACTS };
	blocks[n++] = (struct paper_block){ .kind = PAPER_TEXT };
	blocks[n++] = (struct paper_block){ .kind = PAPER_HEADING, .text = { .at = long_text, .len = 1000 } };
	blocks[n++] = (struct paper_block){ .kind = PAPER_NOTE, .lead = STR("Note"), .text = STR("ÉCHAPPÉ (\\) <script>") };
	for (size_t i = 0; i < 20; i++)
		copies[i] = STR("copie");
	*p = (struct paper){ .copies = copies, .copy_count = 20, .form = STR("ARRÊTÉ\xE2\x80\xAE"), .title = STR("</rdf:li> & (\\)"), .reference = STR("1\n2"), .blocks = blocks, .block_count = n,
		.name = STR("Nom"), .subject = STR("]]> <a>"), .author = STR("\x02"), .seal = sample_seal(arena, 500), .created = -1 };
	return p;
}
#endif
