/* How acts are numbered. The patterns are those of published acts; the acronym of the ministry changed with the years. */
#include "demo/country.h"

static const char *
acronym(int year)
{
	return year < 1997 ? "MFPRA" : year < 2007 ? "MFPTRA" : "MTFP";
}

/* As it was called when the act was signed. */
static const char *
ministry_code(const struct world *world, const struct act *act)
{
	const char *code = act->ministry == 0 ? "MTFP" : world->places[act->ministry - 1].code;

	return strcmp(code, "MTFP") == 0 ? acronym(date_of_days(act->signed_on).year) : code;
}

/* Orders and decisions of the ministry of the civil service. */
static str
central(struct arena *arena, const struct act *act, int year, const char *office, const char *old_office)
{
	if (year < 1997)
		return arena_format(arena, "%d/%s/DC/DPE/%s", act->number, acronym(year), old_office);
	if (year < 2007)
		return arena_format(arena, "%d/%s/DGCAE/%s", act->number, acronym(year), old_office);
	if (year < 2014)
		return arena_format(arena, "%d-%d/%s/DC/SGM/DGFP/%s/SA", year, act->number, acronym(year), office);
	if (year < 2019 || act->seed % 3 != 0)
		return arena_format(arena, "%d/%s/DC/SGM/DGFP/%s/SA", act->number, acronym(year), office);
	return arena_format(arena, "%03d/%s/DC/SGM/DGFP/%s/SA/%03dSGG%02d", act->number, acronym(year), office,
		(int)(act->seed % 400) + 1, year % 100);
}

str
act_reference(struct arena *arena, const struct world *world, const struct act *act)
{
	int year = date_of_days(act->signed_on).year;
	const char *ministry = ministry_code(world, act);

	switch ((enum kind)act->kind) {
	case KIND_CONTRAT:
		return arena_format(arena, "CT %d N°%04d/%s/%s/DGCPE", year, act->number, ministry, year < 2017 ? "DAF/SGSC" : "DPAF/SRHTE");
	case KIND_AVENANT: case KIND_CDI:
		return arena_format(arena, "AV %d N°%04d/%s/%s/DGCPE", year, act->number, ministry, year < 2017 ? "DAF/SGSC" : "DPAF/SRHTE");
	case KIND_AFFECTATION:
		return arena_format(arena, "%03d/%s/DC/SGM/DPAF/SA", act->number, ministry);
	case KIND_MUTATION:
		return arena_format(arena, "%03d/%s/DC/SGM/%s/SA", act->number, ministry, year < 2017 ? "DAF" : "DPAF");
	case KIND_PRISE_SERVICE: case KIND_PRESENCE: case KIND_CONGE:
		return arena_format(arena, "%d/%s/DPAF/SRHTE/DGSC/SA", act->number, ministry);
	case KIND_NOTIFICATION:
		return year < 2015 ? central(arena, act, year, "DRA/SRS", "SR/D1")
			: arena_format(arena, "10%02d20%04d/MTFP/DGFP/DRA/SRS/SA", year % 100, act->number);
	case KIND_RETRAITE: case KIND_RADIATION:
		return central(arena, act, year, "DRA/SRS", "SR/D1");
	case KIND_NOMINATION: case KIND_TITULARISATION: case KIND_REVERSEMENT:
		return central(arena, act, year, "DRSC/SIA", "SR/D2");
	case KIND_AVANCEMENT: case KIND_GRADE: case KIND_PROMOTION: case KIND_RECLASSEMENT: case KIND_RECONSTITUTION:
	case KIND_BONIFICATION: case KIND_SANCTION: case KIND_MISE_STAGE: case KIND_RETOUR_STAGE: case KIND_DETACHEMENT:
	case KIND_MISE_DISPOSITION: case KIND_DISPONIBILITE: case KIND_REINTEGRATION: case KIND_AUTRE: case KINDS:
		break;
	}
	return central(arena, act, year, "DRSC/SIA", "SR/D3");
}

str
act_subject(struct arena *arena, const struct act *act)
{
	struct date day = date_of_days(act->effect);
	int quarter = (day.month + 2) / 3;
	static const char *const ORDINALS[] = { "", "1er", "2e", "3e", "4e" };

	if (act->kind == KIND_AVANCEMENT && !act->alone && act->category != 0)
		return arena_format(arena, "Avancement d’échelon au titre du %s trimestre %d, catégorie %c", ORDINALS[quarter], day.year,
			'A' + act->category - 1);
	if (act->kind == KIND_AVENANT && !act->alone)
		return arena_format(arena, "Avenants au titre du %s trimestre %d", ORDINALS[quarter], day.year);
	if (act->kind == KIND_RETRAITE)
		return arena_format(arena, "Admission à la retraite, %s trimestre %d", ORDINALS[quarter], day.year);
	if (act->kind == KIND_NOMINATION)
		return arena_format(arena, "Nomination dans la fonction publique, année %d", day.year);
	return STR("");
}

const char *
act_signatory(const struct act *act)
{
	switch ((enum kind)act->kind) {
	case KIND_NOMINATION: case KIND_REVERSEMENT: case KIND_RECLASSEMENT: case KIND_RETRAITE: case KIND_RADIATION: case KIND_SANCTION:
		return "Le Ministre chargé de la fonction publique";
	case KIND_CONTRAT: case KIND_AVENANT: case KIND_CDI: case KIND_PRISE_SERVICE: case KIND_PRESENCE: case KIND_CONGE:
	case KIND_AFFECTATION: case KIND_MUTATION:
		return "Le Directeur de la planification, de l’administration et des finances";
	case KIND_TITULARISATION: case KIND_AVANCEMENT: case KIND_GRADE: case KIND_PROMOTION: case KIND_RECONSTITUTION:
	case KIND_BONIFICATION: case KIND_MISE_STAGE: case KIND_RETOUR_STAGE: case KIND_DETACHEMENT: case KIND_MISE_DISPOSITION:
	case KIND_DISPONIBILITE: case KIND_REINTEGRATION: case KIND_NOTIFICATION: case KIND_AUTRE: case KINDS:
		break;
	}
	return "Le Directeur général de la fonction publique";
}
