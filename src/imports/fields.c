/* The fields of a file, in the words of the people who fill it. */
#include "pages.h"

/* The kinds of file that cannot do without it. */
#define IN(file) (1u << COLUMN_FILE_##file)

const struct import_field IMPORT_FIELDS[] = {
	{ COLUMN_MATRICULE, "Matricule", "Dit de quel agent parle la ligne", IN(PERSONNEL) | IN(ACTS) | IN(PAY) },
	{ COLUMN_FULL_NAME, "Nom et prénoms dans une seule colonne", "Le nom en capitales, puis les prénoms", 0 },
	{ COLUMN_FAMILY_NAME, "Nom de famille", NULL, 0 },
	{ COLUMN_GIVEN_NAMES, "Prénoms", NULL, 0 },
	{ COLUMN_SEX, "Sexe", NULL, 0 },
	{ COLUMN_BIRTH_DATE, "Date de naissance", NULL, 0 },
	{ COLUMN_FIRST_SERVICE_DATE, "Date de prise de service", NULL, 0 },
	{ COLUMN_ACT_KIND, "Type d’acte", "Nomination, avancement d’échelon…", IN(ACTS) },
	{ COLUMN_ACT_REFERENCE, "Référence de l’acte", "Les lignes d’une même référence forment un seul acte", 0 },
	{ COLUMN_SIGNED_ON, "Date de signature", NULL, 0 },
	{ COLUMN_EFFECT_DATE, "Date d’effet", NULL, IN(ACTS) },
	{ COLUMN_STATUS, "Statut", "FE, ACDPE, AME, OCC, ou en toutes lettres", 0 },
	{ COLUMN_CORPS, "Corps", "Code ou nom", 0 },
	{ COLUMN_GRADE, "Grade entier", "Par exemple A1-9", 0 },
	{ COLUMN_CATEGORY, "Catégorie", NULL, 0 },
	{ COLUMN_SCALE, "Échelle", NULL, 0 },
	{ COLUMN_STEP, "Échelon", NULL, 0 },
	{ COLUMN_STRUCTURE, "Structure", "Code ou nom", 0 },
	{ COLUMN_POSITION, "Position", "Activité, détachement…", 0 },
	{ COLUMN_PHONE, "Téléphone", NULL, 0 },
	{ COLUMN_EMAIL, "Adresse électronique", NULL, 0 },
	{ COLUMN_NOTE, "Observation", NULL, 0 },
	{ COLUMN_PAY_MONTH, "Mois", "Si le fichier le dit : une ligne d’un autre mois est refusée", 0 },
	{ COLUMN_PAY_INDEX, "Indice payé", NULL, IN(PAY) },
	{ COLUMN_INDEX_PAY, "Traitement indiciaire", "En FCFA, sans indemnité", 0 },
};
const size_t IMPORT_FIELD_COUNT = sizeof(IMPORT_FIELDS) / sizeof(IMPORT_FIELDS[0]);

const char *
import_label(str field)
{
	const enum column_target target = column_target_of(field);
	size_t i;

	for (i = 0; i < IMPORT_FIELD_COUNT; i++)
		if (IMPORT_FIELDS[i].target == target)
			return IMPORT_FIELDS[i].label;
	return NULL;
}

enum column_file
import_file(str kind)
{
	return str_is(kind, "personnel") ? COLUMN_FILE_PERSONNEL : str_is(kind, "paye") ? COLUMN_FILE_PAY : COLUMN_FILE_ACTS;
}
