/* The world careers happen in: ministries and their weight, corps and where they serve, and the rules of the civil service. */
#include "demo/story.h"

const char *const STATUS_CODES[] = { NULL, "FE", "ACDPE", "AME", "OCC" };
const char *const POSITION_CODES[] = { NULL, "activite", "detachement", "mise_disposition", "disponibilite", "sous_drapeaux" };
const char *const KIND_CODES[KINDS] = { "nomination", "contrat", "cdi", "reversement", "titularisation", "avancement_echelon",
	"avenant", "avancement_grade", "promotion", "reclassement", "reconstitution", "bonification", "affectation", "titre_mutation",
	"certificat_prise_service", "mise_stage", "retour_stage", "detachement", "mise_disposition", "disponibilite", "reintegration",
	"conge", "sanction", "radiation", "notification_retraite", "retraite", "presence_poste", "autre" };
const char *const PROOF_CODES[] = { "scelle", "original", "copie", "declare", "introuvable" };
const char *const STATE_CODES[] = { "en_vigueur", "remplace", "annule" };

uint16_t
world_place(const struct world *world, const char *code)
{
	size_t i;

	for (i = 0; i < world->place_count; i++)
		if (strcmp(world->places[i].code, code) == 0)
			return (uint16_t)(i + 1);
	return 0;
}

uint16_t
world_corps(const struct world *world, const char *code)
{
	size_t i;

	for (i = 0; i < world->corps_count; i++)
		if (strcmp(world->corps[i].code, code) == 0)
			return (uint16_t)(i + 1);
	return 0;
}

/* Out of a thousand agents; a ministry not named here has 8. */
static uint16_t
ministry_weight(const char *code, int home)
{
	static const struct { const char *code; uint16_t weight; } WEIGHTS[] = {
		{ "MEMP", 290 }, { "MESTFP", 170 }, { "MS", 140 }, { "MEF", 70 }, { "MAEP", 50 }, { "MJL", 35 }, { "MISP", 35 },
		{ "MESRS", 40 }, { "MDGL", 25 }, { "MASM", 25 }, { "MCVDD", 15 }, { "RB", 0 },
	};
	size_t i;

	if (strcmp(code, "MTFP") == 0)
		return (uint16_t)home;
	for (i = 0; i < sizeof(WEIGHTS) / sizeof(WEIGHTS[0]); i++)
		if (strcmp(code, WEIGHTS[i].code) == 0)
			return WEIGHTS[i].weight;
	return 8;
}

void
world_index(struct world *world, int home)
{
	size_t i;

	world->ministry_count = 0;
	for (i = 0; i < world->place_count; i++) {
		struct ministry *last = &world->ministries[world->ministry_count];

		if (i > 0 && world->places[i].top == world->places[i - 1].top) {
			last[-1].count++;
			continue;
		}
		if (world->ministry_count == sizeof(world->ministries) / sizeof(world->ministries[0]))
			return;
		*last = (struct ministry){ .place = world->places[i].top, .first = (uint16_t)i, .count = 1,
			.weight = ministry_weight(world->places[world->places[i].top - 1].code, home) };
		world->ministry_count++;
	}
}

void
corps_habits(const struct world *world, struct corps *corps)
{
	static const struct { const char *code, *ministry; uint16_t weight; } HABITS[] = {
		{ "INST", "MEMP", 60 }, { "IADJ", "MEMP", 50 }, { "PC", "MESTFP", 60 }, { "SF", "MS", 18 }, { "CAS", "MS", 14 },
		{ "ASOC", "MASM", 6 }, { "AT", "MEF", 5 }, { "ASF", "MEF", 8 }, { "AFS", "MEF", 8 }, { "ASFI", "MEF", 8 },
		{ "ATR", "MTFP", 2 }, { "IT", "MTFP", 3 }, { "ISEP", "MTFP", 3 }, { "PTIT", "MESRS", 1 }, { "MCF", "MESRS", 2 },
		{ "MASS", "MESRS", 4 }, { "AUNI", "MESRS", 3 }, { "AAS", NULL, 14 }, { "PSA", NULL, 35 }, { "CVA", NULL, 20 },
		{ "IST", NULL, 3 }, { "ISTBTP", "MCVDD", 3 }, { "AP", NULL, 4 }, { "ARCH", NULL, 2 }, { "TSP", NULL, 9 },
	};
	size_t i;

	corps->weight = 1;
	corps->ministry = 0;
	for (i = 0; i < sizeof(HABITS) / sizeof(HABITS[0]); i++)
		if (strcmp(corps->code, HABITS[i].code) == 0) {
			corps->weight = HABITS[i].weight;
			corps->ministry = HABITS[i].ministry == NULL ? 0 : world_place(world, HABITS[i].ministry);
		}
}

int32_t
day_of(int year, int month, int day)
{
	return date_days((struct date){ (int16_t)year, (uint8_t)month, (uint8_t)day });
}

int32_t
day_add_months(int32_t day, int months)
{
	return date_days(date_add_months(date_of_days(day), months));
}

int32_t
quarter_after(int32_t day)
{
	struct date date = date_of_days(day);
	int month = (date.month - 1) / 3 * 3 + 4;

	return month > 12 ? day_of(date.year + 1, 1, 1) : day_of(date.year, month, 1);
}

int
step_most(int32_t day)
{
	return day < day_of(2017, 9, 1) ? 12 : 15;
}

int
age_limit(const struct world *world, uint8_t status, uint8_t category, uint16_t corps)
{
	static const int AGES[] = { 0, 60, 58, 55, 55, 55 };

	if (corps != 0 && world->corps[corps - 1].age_limit != 0)
		return world->corps[corps - 1].age_limit;
	return status == STATUS_FE ? AGES[category] : status == STATUS_ACDPE ? 60 : 0;
}

int32_t
retirement_day(int32_t birth, int age)
{
	return quarter_after(day_add_months(birth, 12 * age));
}

/* The official grid was not found: these numbers only grow the way a grid does. */
int
pay_index(uint8_t category, uint8_t scale, uint8_t step)
{
	static const int BASE[] = { 0, 425, 290, 210, 150, 120 }, RISE[] = { 0, 48, 32, 20, 14, 10 };

	if (category == 0 || step == 0)
		return 0;
	return BASE[category] + (3 - (scale == 0 ? 3 : scale)) * 35 + (step - 1) * RISE[category];
}
