/* The table of accounts, its file and its picture on the terminal. */
#include "demo/accounts.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

const struct account ACCOUNTS[] = {
	{ "citizen", "rosine.tonato@exemple.bj", "pirogue-ananas-42", NULL, "TONATO", "Rosine Sènami", 'F', NULL, false,
		"Usager sans carrière : compte, coordonnées, sessions." },
	{ "agent", "comlan.adjovi@exemple.bj", "baobab-lagune-17", "20417", NULL, NULL, 'M', NULL, false,
		"Carrière complète : tous les actes sont là, chaque avancement à sa date." },
	{ "agent", "afiavi.hounkpatin@exemple.bj", "calebasse-rosee-58", "18932", NULL, NULL, 'F', NULL, false,
		"Un acte manque : l’avancement à l’échelon 5 n’est pas au dossier." },
	{ "agent", "mathias.bioguene@exemple.bj", "savane-tambour-23", "11208", NULL, NULL, 'M', NULL, false,
		"Départ à la retraite dans huit mois environ, expliqué règle par règle." },
	{ "agent", "prudence.agossou@exemple.bj", "igname-soleil-64", "15506", NULL, NULL, 'F', NULL, false,
		"Actes contradictoires : échelon accordé deux fois, positions qui se chevauchent." },
	{ "agent", "arnaud.zannou@exemple.bj", "harmattan-kora-31", "30144", NULL, NULL, 'M', NULL, false,
		"Agent contractuel : contrat, avenants, contrat à durée indéterminée." },
	{ "agent", NULL, NULL, "23715", NULL, NULL, 'F', NULL, false,
		"À activer : matricule 23715, première prise de service le 01/10/2014 ; le code arrive dans la boîte d’envoi." },
	{ "pensioner", "colette.guedenon@exemple.bj", "tisserin-palmier-76", "7315", NULL, NULL, 'F', NULL, false,
		"Institutrice retraitée : carrière entière jusqu’à l’admission à la retraite." },
	{ "focal_point", "pfc.parakou@exemple.bj", "mangue-riviere-85", NULL, "SEKO", "Bio Bachirou", 'M', "DDTFP-BORGOU", true,
		"Point focal communal à Parakou." },
	{ "clerk", "gestionnaire.mtfp@exemple.bj", "sorgho-nuage-12", "21333", NULL, NULL, 'F', "MTFP", true,
		"Gestionnaire du seul MTFP, et elle-même agent (son propre avancement est en retard)." },
	{ "clerk", "gestionnaire.drsc@exemple.bj", "karite-etoile-39", NULL, "VIDEGLA", "Fidèle Sètondji", 'M', "RB", true,
		"Gestionnaire de toutes les structures : recherche nationale, projets d’actes, imports, exports." },
	{ "manager", "chef.sia@exemple.bj", "coton-fleuve-90", NULL, "FAGBEMI", "Iyabo Colette", 'F', "MEMP", true,
		"Chef de service : agents du MEMP et de ses circonscriptions." },
	{ "manager", "chef.drsc@exemple.bj", "fromager-sentier-34", NULL, "KPADONOU", "Sènan Bertin", 'M', "DRSC", true,
		"Chef du département des carrières (DRSC) : premier visa des actes." },
	{ "manager", "directrice.dgfp@exemple.bj", "ronier-aurore-61", NULL, "ALIDOU", "Mariama Salimatou", 'F', "DGFP", true,
		"Directrice générale de la fonction publique : second visa des actes." },
	{ "manager", "cheffe.mtfp@exemple.bj", "acajou-marche-44", NULL, "KPOSSOU", "Adjoua Reine", 'F', "MTFP", true,
		"Cheffe au MTFP : vise les réponses aux demandes, publie le catalogue." },
	{ "signatory", "signataire.dgfp@exemple.bj", "ebene-cascade-28", NULL, "AGBODJAN", "Mensah Théodore", 'M', "RB", true,
		"Signataire : signe les actes du parapheur, consulte tous les dossiers." },
	{ "archivist", "archiviste.dra@exemple.bj", "papaye-colline-53", NULL, "DEGUENON", "Sika Léontine", 'F', "RB", true,
		"Archiviste : actes anciens de toutes les structures, première lecture." },
	{ "archivist", "archiviste.deux@exemple.bj", "acajou-ruisseau-34", NULL, "SOSSOU", "Barnabé Dossou", 'M', "RB", true,
		"Archiviste : seconde lecture, à l’aveugle." },
	{ "archivist", "archiviste.trois@exemple.bj", "kapok-horizon-88", NULL, "BIO GUERA", "Rékiatou", 'F', "RB", true,
		"Archiviste : tranche entre deux lectures différentes." },
	{ "pension_officer", "pensions.liquidation@exemple.bj", "tamarin-jetee-57", NULL, "HOUNSOU", "Edwige Sènami", 'F', "RB", true,
		"Service des pensions : ouvre, complète et liquide les dossiers." },
	{ "pension_controller", "pensions.controle@exemple.bj", "neem-passage-83", NULL, "OROU YOROU", "Sabi Joseph", 'M', "RB", true,
		"Service des pensions : contrôle ce qu’un autre a liquidé." },
	{ "pension_chief", "pensions.chef@exemple.bj", "teck-balcon-29", NULL, "DOSSA", "Hyacinthe Cossi", 'M', "RB", true,
		"Chef du service des pensions : signe les liquidations, suit la paye et les délais." },
	{ "payroll_officer", "solde@exemple.bj", "citron-digue-46", NULL, "AKPLOGAN", "Nadine Mahoussi", 'F', "RB", true,
		"Solde : charge le fichier de paye, tranche les écarts avec la carrière." },
	{ "executive", "coordination.sgm@exemple.bj", "iroko-horizon-47", NULL, "ADEYEMI", "Olatoundé Marcel", 'M', "SGM", true,
		"Coordination du secrétariat général du ministère." },
	{ "inspector", "inspection.igsep@exemple.bj", "pintade-brume-66", NULL, "YOROU", "Gnon Aminatou", 'F', "IGSEP", true,
		"Inspection : journal des consultations et des opérations." },
	{ "administrator", "admin.un@exemple.bj", "gingembre-dune-71", NULL, "SODOKIN", "Vignon Patrice", 'M', "RB", true,
		"Administrateur : accorde des rôles ; un second doit confirmer." },
	{ "administrator", "admin.deux@exemple.bj", "citronnelle-lune-15", NULL, "HOUEDANOU", "Viwagnon Nadège", 'F', "RB", true,
		"Second administrateur : confirme ce que le premier accorde." },
	{ "partner", "partenaire.solde@exemple.bj", "moringa-sentier-82", NULL, "SYSTÈME DE LA SOLDE", "", 'M', "MEF", false,
		"Système partenaire : aucun droit de page pour l’instant." },
};
const size_t ACCOUNTS_COUNT = sizeof(ACCOUNTS) / sizeof(ACCOUNTS[0]);

void
account_totp(const struct account *account, unsigned char secret[TOTP_SIZE])
{
	static const unsigned char KEY[] = "guichet: second factor of a demonstration";

	crypto_generichash(secret, TOTP_SIZE, (const unsigned char *)account->login, strlen(account->login), KEY, sizeof(KEY) - 1);
}

str
account_base32(struct arena *arena, const unsigned char secret[TOTP_SIZE])
{
	static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	char *out = arena_alloc(arena, TOTP_SIZE * 8 / 5 + 1);
	size_t i;

	for (i = 0; i < TOTP_SIZE * 8 / 5; i++) {
		size_t bit = i * 5, byte = bit / 8;
		unsigned two = (unsigned)secret[byte] << 8 | (byte + 1 < TOTP_SIZE ? secret[byte + 1] : 0u);

		out[i] = ALPHABET[two >> (11 - bit % 8) & 31];
	}
	return (str){ out, TOTP_SIZE * 8 / 5 };
}

/* The six columns of one account; absent values are empty. */
static void
account_cells(struct arena *arena, const struct account *account, str cells[6])
{
	unsigned char secret[TOTP_SIZE];
	size_t i;

	cells[0] = str_of(account->role);
	cells[1] = str_of(account->login);
	cells[2] = str_of(account->password);
	cells[3] = NO_STR;
	cells[4] = str_of(account->matricule);
	cells[5] = str_of(account->note);
	if (account->is_staff && account->login != NULL) {
		account_totp(account, secret);
		cells[3] = account_base32(arena, secret);
	}
	for (i = 0; i < 6; i++)
		cells[i] = cells[i].at == NULL ? STR("") : cells[i];
}

static bool
folder_make(const char *path)
{
	return mkdir(path, 0700) == 0 || errno == EEXIST;
}

bool
accounts_write(struct arena *arena, const char *var)
{
	str folder = arena_format(arena, "%s/demo", var);
	str path = arena_format(arena, "%.*s/accounts.csv", STR_ARGS(folder));
	FILE *file;
	size_t i;
	int fd;

	if (!folder_make(var) || !folder_make(folder.at))
		return false;
	fd = open(path.at, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	file = fd < 0 ? NULL : fdopen(fd, "w");
	if (file == NULL)
		return false;
	fputs("role,login,password,totp_secret,matricule,note\n", file);
	for (i = 0; i < ACCOUNTS_COUNT; i++) {
		str cells[6];

		account_cells(arena, &ACCOUNTS[i], cells);
		fprintf(file, "%.*s,%.*s,%.*s,%.*s,%.*s,\"%.*s\"\n", STR_ARGS(cells[0]), STR_ARGS(cells[1]), STR_ARGS(cells[2]),
			STR_ARGS(cells[3]), STR_ARGS(cells[4]), STR_ARGS(cells[5]));
	}
	return fclose(file) == 0;
}

void
accounts_print(struct arena *arena)
{
	static const int WIDTHS[] = { 13, 32, 22, 32, 9 };
	static const char *const TITLES[] = { "rôle", "identifiant", "mot de passe", "second facteur", "matricule", "à regarder" };
	size_t i, column;

	for (i = 0; i <= ACCOUNTS_COUNT; i++) {
		str cells[6];

		if (i > 0)
			account_cells(arena, &ACCOUNTS[i - 1], cells);
		for (column = 0; column < 6; column++) {
			str cell = i == 0 ? str_of(TITLES[column]) : cells[column];

			printf("%.*s", STR_ARGS(cell));
			if (column < 5)
				printf("%*s", WIDTHS[column] - (int)utf8_count(cell) + 2, "");
		}
		putchar('\n');
	}
}
