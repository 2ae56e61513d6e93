/* The fields of a file, in the words of the people who fill it. */
#include "pages.h"

const struct import_field IMPORT_FIELDS[] = {
	{ COLUMN_MATRICULE, "Matricule", "Dit de quel agent parle la ligne", true, true },
	{ COLUMN_FULL_NAME, "Nom et prénoms dans une seule colonne", "Le nom en capitales, puis les prénoms", false, false },
	{ COLUMN_FAMILY_NAME, "Nom de famille", NULL, false, false },
	{ COLUMN_GIVEN_NAMES, "Prénoms", NULL, false, false },
	{ COLUMN_SEX, "Sexe", NULL, false, false },
	{ COLUMN_BIRTH_DATE, "Date de naissance", NULL, false, false },
	{ COLUMN_FIRST_SERVICE_DATE, "Date de prise de service", NULL, false, false },
	{ COLUMN_ACT_KIND, "Type d’acte", "Nomination, avancement d’échelon…", false, true },
	{ COLUMN_ACT_REFERENCE, "Référence de l’acte", "Les lignes d’une même référence forment un seul acte", false, false },
	{ COLUMN_SIGNED_ON, "Date de signature", NULL, false, false },
	{ COLUMN_EFFECT_DATE, "Date d’effet", NULL, false, true },
	{ COLUMN_STATUS, "Statut", "FE, ACDPE, AME, OCC, ou en toutes lettres", false, false },
	{ COLUMN_CORPS, "Corps", "Code ou nom", false, false },
	{ COLUMN_GRADE, "Grade entier", "Par exemple A1-9", false, false },
	{ COLUMN_CATEGORY, "Catégorie", NULL, false, false },
	{ COLUMN_SCALE, "Échelle", NULL, false, false },
	{ COLUMN_STEP, "Échelon", NULL, false, false },
	{ COLUMN_STRUCTURE, "Structure", "Code ou nom", false, false },
	{ COLUMN_POSITION, "Position", "Activité, détachement…", false, false },
	{ COLUMN_PHONE, "Téléphone", NULL, false, false },
	{ COLUMN_EMAIL, "Adresse électronique", NULL, false, false },
	{ COLUMN_NOTE, "Observation", NULL, false, false },
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
	return str_is(kind, "personnel") ? COLUMN_FILE_PERSONNEL : COLUMN_FILE_ACTS;
}
