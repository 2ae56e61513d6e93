/* The agents people are shown first: each one is a case the portal must tell well. Their matricules, names and places in the
 * list do not change; dates that depend on today are computed from it. */
#include "demo/country.h"

struct role {
	const char *matricule, *family, *given;
	char        sex;
};
/* A story being prepared: tell it with role_tell, change lines, give it with role_keep. */
struct stage {
	struct country     *country;
	const struct world *world;
	struct random       random;
	struct career_story story;
	struct story_line   lines[STORY_MOST];
};

static uint16_t
place_or(const struct world *world, const char *code, const char *ministry)
{
	uint16_t place = world_place(world, code);

	place = place == 0 ? world_place(world, ministry) : place;
	return place == 0 ? 1 : place;
}

static struct plan
plan_of(const struct world *world, enum status status, const char *corps, uint16_t place, int32_t birth, int32_t hire)
{
	uint16_t number = world_corps(world, corps);

	return (struct plan){ .status = (uint8_t)status, .corps = number == 0 ? 1 : number, .place = place, .birth = birth,
		.hire = hire, .reclass = NO_DAY, .away_from = NO_DAY, .away_to = NO_DAY, .away_end = NO_DAY, .cdi = NO_DAY,
		.reversal = NO_DAY, .died = NO_DAY };
}

static void
role_tell(struct stage *stage, struct role role, const struct plan *plan)
{
	stage->random = random_seed(stage->country->agent_count + 7);
	stage->story = (struct career_story){ .lines = stage->lines };
	story_tell(&stage->story, &stage->random, stage->world, plan);
	stage->story.matricule = role.matricule;
	stage->story.family = str_of(role.family);
	stage->story.given = str_of(role.given);
	stage->story.sex = role.sex;
}

static bool
role_keep(struct stage *stage)
{
	return country_add(stage->country, &stage->story);
}

static bool
role_play(struct stage *stage, struct role role, struct plan plan)
{
	role_tell(stage, role, &plan);
	return role_keep(stage);
}

/* The line that grants this step; the last line when there is none. */
static size_t
line_of_step(const struct stage *stage, int step)
{
	size_t i;

	for (i = 0; i + 1 < stage->story.count; i++)
		if (stage->lines[i].after.step == step && stage->lines[i].kind != KIND_TITULARISATION)
			break;
	return i;
}

static struct story_line *
add(struct stage *stage, enum kind kind, int32_t effect, struct situation after)
{
	return story_insert(&stage->story, stage->world, kind, effect, after);
}

/* Agents whose papers are in order. */
static bool
cast_orderly(struct stage *stage)
{
	const struct world *world = stage->world;
	uint16_t srhte = place_or(world, "SRHTE", "MTFP"), parakou = place_or(world, "MEMP-CS-28", "MEMP");
	int32_t soon = quarter_after(day_add_months(world->today, 6) + 15), next = quarter_after(world->today);
	struct plan plan;
	bool ok;

	plan = plan_of(world, STATUS_FE, "AAS", srhte, day_of(1983, 4, 17), day_of(2009, 10, 1));
	ok = role_play(stage, (struct role){ "20417", "ADJOVI", "Comlan Bienvenu", 'M' }, plan);

	plan = plan_of(world, STATUS_FE, "ISEP", place_or(world, "IGSEP", "MTFP"), day_add_months(soon, -720) - 40,
		day_of(date_of_days(soon).year - 33, 10, 1));
	plan.moves = true;
	plan.retires = true;
	ok = ok && role_play(stage, (struct role){ "11208", "BIO GUENE", "Orou Mathias", 'M' }, plan);

	plan = plan_of(world, STATUS_FE, "SF", place_or(world, "MS-CSC-41", "MS"), day_add_months(next, -696) - 40,
		day_of(date_of_days(next).year - 31, 10, 1));
	plan.retires = true;
	ok = ok && role_play(stage, (struct role){ "10877", "DOSSOU-YOVO", "Pélagie", 'F' }, plan);

	plan = plan_of(world, STATUS_FE, "INST", parakou, day_of(1980, 6, 2), day_of(2003, 10, 1));
	plan.new_corps = world_corps(world, "PC");
	plan.reclass = plan.new_corps == 0 ? NO_DAY : day_of(2019, 10, 1);
	ok = ok && role_play(stage, (struct role){ "16620", "SAMBIENI", "N’Tcha Justin", 'M' }, plan);

	plan = plan_of(world, STATUS_ACDPE, "AP", place_or(world, "DSI", "MTFP"), day_of(1990, 11, 28), day_of(2016, 1, 1));
	plan.cdi = day_of(2020, 1, 1);
	ok = ok && role_play(stage, (struct role){ "30144", "ZANNOU", "Gbètoho Arnaud", 'M' }, plan);

	plan = plan_of(world, STATUS_FE, "PTIT", place_or(world, "MESRS", "MESRS"), day_of(1968, 3, 3), day_of(1996, 10, 1));
	ok = ok && role_play(stage, (struct role){ "13377", "AKINOCHO", "Babatoundé Ignace", 'M' }, plan);

	plan = plan_of(world, STATUS_ACDPE, "INST", place_or(world, "MEMP-CS-12", "MEMP"), day_of(1985, 1, 14), day_of(2008, 10, 1));
	plan.reversal = day_of(2023, 10, 1);
	ok = ok && role_play(stage, (struct role){ "27810", "NATTA", "Kouagou Rachelle", 'F' }, plan);

	/* has no account yet: the matricule and this first day of service open it */
	plan = plan_of(world, STATUS_FE, "PC", place_or(world, "MESTFP", "MESTFP"), day_of(1988, 8, 9), day_of(2014, 10, 1));
	return ok && role_play(stage, (struct role){ "23715", "TOSSOU", "Mahougnon Edwige", 'F' }, plan);
}

/* Positions other than activité. */
static bool
cast_away(struct stage *stage)
{
	const struct world *world = stage->world;
	uint16_t mef = place_or(world, "MEF", "MEF"), dgfp = place_or(world, "DGFP", "MTFP");
	struct plan plan = plan_of(world, STATUS_FE, "AFS", mef, day_of(1979, 9, 5), day_of(2004, 10, 1));
	bool ok;

	plan.away = POSITION_DETACHEMENT;
	plan.away_from = day_of(2014, 2, 1);
	plan.away_to = day_of(2020, 2, 1);
	plan.away_end = day_of(2017, 1, 31);
	role_tell(stage, (struct role){ "17340", "KORA GOUNOU", "Bona Mariam", 'F' }, &plan);
	add(stage, KIND_DETACHEMENT, day_of(2017, 2, 1), (struct situation){ .position = POSITION_DETACHEMENT })->end = day_of(2020, 1, 31);
	ok = role_keep(stage);

	plan = plan_of(world, STATUS_FE, "TSP", dgfp, day_of(1981, 12, 24), day_of(2005, 10, 1));
	plan.away = POSITION_DISPONIBILITE;
	plan.away_from = day_of(2013, 3, 1);
	plan.away_to = day_of(2015, 3, 1);
	plan.away_end = day_of(2015, 2, 28);
	ok = ok && role_play(stage, (struct role){ "19011", "OLADELE", "Adéyèmi", 'M' }, plan);

	plan = plan_of(world, STATUS_FE, "CAS", place_or(world, "MS-CSC-61", "MS"), day_of(1986, 5, 30), day_of(2012, 10, 1));
	plan.away = POSITION_DISPONIBILITE;
	plan.away_from = day_add_months(world->today, -7);
	plan.away_end = day_add_months(world->today, 5);
	ok = ok && role_play(stage, (struct role){ "21950", "GANDONOU", "Sèdami Inès", 'F' }, plan);

	plan = plan_of(world, STATUS_FE, "ATR", dgfp, day_of(1976, 2, 11), day_of(2002, 10, 1));
	plan.away = POSITION_MISE_DISPOSITION;
	plan.away_from = day_add_months(world->today, -20);
	plan.away_end = day_add_months(world->today, 16);
	return ok && role_play(stage, (struct role){ "16105", "YERIMA", "Sabi Zakari", 'M' }, plan);
}

/* What is missing. */
static bool
cast_missing(struct stage *stage)
{
	const struct world *world = stage->world;
	uint16_t parakou = place_or(world, "MEMP-CS-28", "MEMP"), dpaf = place_or(world, "DPAF", "MTFP");
	struct plan plan = plan_of(world, STATUS_FE, "INST", parakou, day_of(1982, 7, 21), day_of(2006, 10, 1));
	bool ok;

	role_tell(stage, (struct role){ "18932", "HOUNKPATIN", "Afiavi Clarisse", 'F' }, &plan);
	story_remove(&stage->story, line_of_step(stage, 5));
	stage->story.broken = BROKEN_MISSING;
	ok = role_keep(stage);

	plan = plan_of(world, STATUS_FE, "PSA", dpaf, day_of(1990, 3, 19), day_of(2011, 10, 1));
	plan.broken = BROKEN_OVERDUE;
	ok = ok && role_play(stage, (struct role){ "21333", "GBENOU", "Sessi Honorine", 'F' }, plan);

	plan = plan_of(world, STATUS_FE, "AAS", dpaf, day_of(1984, 10, 8), day_of(2010, 1, 1));
	plan.away = POSITION_DETACHEMENT;
	plan.away_from = day_of(2019, 6, 1);
	plan.away_end = day_of(2024, 5, 31);
	ok = ok && role_play(stage, (struct role){ "20618", "IBIKOUNLE", "Kolawolé Serge", 'M' }, plan);

	plan = plan_of(world, STATUS_FE, "ARCH", place_or(world, "SA-DRA", "MTFP"), day_of(1987, 1, 5), day_of(2013, 1, 1));
	role_tell(stage, (struct role){ "22480", "SAGBOHAN", "Yélian Victoire", 'F' }, &plan);
	stage->lines[line_of_step(stage, 4)].alone = true;
	stage->lines[line_of_step(stage, 4)].proof = PROOF_INTROUVABLE;
	stage->story.broken = BROKEN_PROOF;
	ok = ok && role_keep(stage);

	/* just registered: not one paper yet */
	plan = plan_of(world, STATUS_ACDPE, "PSA", dpaf, day_of(1999, 4, 2), day_of(2025, 10, 1));
	role_tell(stage, (struct role){ "40001", "AKLE", "Sika Rebecca", 'F' }, &plan);
	stage->story.count = 0;
	stage->story.broken = BROKEN_MISSING;
	ok = ok && role_keep(stage);

	plan = plan_of(world, STATUS_FE, "CVA", dpaf, NO_DAY, day_of(2007, 10, 1));
	return ok && role_play(stage, (struct role){ "19477", "TAMOU", "Gansou", 'M' }, plan);
}

/* The act that follows a replaced one in the file of the last agent replaces it. */
static bool
link_replaced(struct country *country)
{
	const struct career_story *story = &country->agents[country->agent_count - 1];
	size_t i;

	for (i = 0; i + 1 < story->count; i++)
		if (story->lines[i].state == ACT_REMPLACE)
			country->acts[story->lines[i + 1].act].replaces = story->lines[i].act + 1;
	return true;
}

/* One step lower; what says nothing of the step is left alone. */
static struct situation
step_down(struct situation grade)
{
	if (grade.step > 1) {
		grade.step--;
		grade.index = (uint16_t)pay_index(grade.category, grade.scale, grade.step);
	}
	return grade;
}

/* Two papers that cannot both be right, and what happens to those that were wrong. */
static bool
cast_contradictory(struct stage *stage)
{
	const struct world *world = stage->world;
	uint16_t dgfp = place_or(world, "DGFP", "MTFP"), cotonou = place_or(world, "MEMP-CS-44", "MEMP");
	struct plan plan = plan_of(world, STATUS_FE, "ASFI", dgfp, day_of(1981, 2, 27), day_of(2005, 10, 1));
	struct story_line *line;
	struct situation grade;
	int32_t day;
	size_t i;
	bool ok;

	role_tell(stage, (struct role){ "15506", "AGOSSOU", "Sènan Prudence", 'F' }, &plan);
	line = &stage->lines[line_of_step(stage, 6)];
	day = line->effect;
	grade = line->before;
	line = add(stage, KIND_AVANCEMENT, day_add_months(day, 3), line->after);
	line->before = grade;
	line->alone = true;
	line->note = "Même échelon que l’acte précédent, autre référence.";
	add(stage, KIND_DETACHEMENT, day_of(2020, 1, 1), (struct situation){ .position = POSITION_DETACHEMENT })->end = day_of(2022, 12, 31);
	add(stage, KIND_DISPONIBILITE, day_of(2022, 4, 1), (struct situation){ .position = POSITION_DISPONIBILITE })->end = day_of(2023, 3, 31);
	add(stage, KIND_REINTEGRATION, day_of(2023, 4, 1), (struct situation){ .position = POSITION_ACTIVITE });
	add(stage, KIND_AFFECTATION, day_of(2023, 9, 1), (struct situation){ .place = cotonou })->before.place = cotonou;
	stage->story.broken = BROKEN_TWICE;
	ok = role_keep(stage);

	plan = plan_of(world, STATUS_FE, "IADJ", cotonou, day_of(1985, 5, 16), day_of(2008, 10, 1));
	role_tell(stage, (struct role){ "19820", "HOUNSOU", "Dagbégnon Rodrigue", 'M' }, &plan);
	grade = step_down(stage->lines[line_of_step(stage, 5)].after);
	day = stage->lines[line_of_step(stage, 5)].effect;
	for (i = line_of_step(stage, 6); i < stage->story.count; i++) {
		stage->lines[i].before = step_down(stage->lines[i].before);
		stage->lines[i].after = step_down(stage->lines[i].after);
	}
	add(stage, KIND_SANCTION, day_add_months(day, 11), grade)->note = "Abaissement d’un échelon après avis du conseil de discipline.";
	ok = ok && role_keep(stage);

	/* an act replaced, one cancelled */
	plan = plan_of(world, STATUS_FE, "AFS", place_or(world, "MEF", "MEF"), day_of(1987, 11, 3), day_of(2012, 10, 1));
	role_tell(stage, (struct role){ "22104", "ALABI", "Tinouké Judith", 'F' }, &plan);
	line = &stage->lines[line_of_step(stage, 4)];
	day = line->effect;
	line->alone = true;
	line = add(stage, KIND_AVANCEMENT, day - 1, line->after);
	line->state = ACT_REMPLACE;
	line->alone = true;
	line->note = "Date d’effet erronée, corrigée par l’acte suivant.";
	line = add(stage, KIND_AFFECTATION, day_of(2021, 9, 1), (struct situation){ .place = cotonou });
	line->state = ACT_ANNULE;
	line->alone = true;
	return ok && role_keep(stage) && link_replaced(stage->country);
}

/* Names: homonyms, long ones, the letters of the national languages, only one name. */
static bool
cast_names(struct stage *stage)
{
	static const struct role ROLES[] = {
		{ "12001", "DOSSOU", "Kossi", 'M' },
		{ "22002", "DOSSOU", "Kossi", 'M' },
		{ "32003", "DOSSOU", "Kossi", 'M' },
		{ "18044", "AHOUANDJINOU-HOUNDONOUGBO épouse GBESSEMEHLAN-KINSIKLOUNON",
			"Mahougnon Olouwakèmi Marie-Bernadette Perpétue Félicité Immaculée", 'F' },
		{ "20909", "AKƆƉÉSÈWÚ", "Sɛ̀nami Kɔfí Ŋutínɔ", 'F' },
		{ "21415", "ƉƆSÙVÍ", "Gbɛ̀dónù", 'M' },
		{ "17201", "N’KOUEI", "", 'M' },
	};
	static const char *const CORPS[] = { "INST", "AAS", "PSA", "PC", "SF", "CVA", "IADJ" };
	bool ok = true;
	size_t i;

	for (i = 0; i < sizeof(ROLES) / sizeof(ROLES[0]); i++) {
		struct plan plan = plan_of(stage->world, STATUS_FE, CORPS[i], place_or(stage->world, i == 1 ? "DRSC" : "MEMP-CS-71", "MTFP"),
			day_of(1976 + 2 * (int)i, 3, 1 + (int)i), day_of(2001 + 2 * (int)i, 10, 1));

		ok = ok && role_play(stage, ROLES[i], plan);
	}
	return ok;
}

/* Sixty papers: a postings and certificates a year. */
static bool
cast_sixty(struct stage *stage)
{
	const struct world *world = stage->world;
	struct plan plan = plan_of(world, STATUS_FE, "ASF", place_or(world, "MEF", "MEF"), day_add_months(world->today, -57 * 12),
		day_of(date_of_days(world->today).year - 32, 10, 1));
	int i;

	role_tell(stage, (struct role){ "12654", "KPODEKON", "Théophile Sagbo", 'M' }, &plan);
	for (i = 0; stage->story.count < 60; i++)
		add(stage, i % 3 == 2 ? KIND_CONGE : KIND_PRESENCE, plan.hire + 200 + i * 251, (struct situation){ 0 });
	return role_keep(stage);
}

/* Those who left. */
static bool
cast_left(struct stage *stage)
{
	const struct world *world = stage->world;
	struct plan plan = plan_of(world, STATUS_FE, "INST", place_or(world, "MEMP-CS-69", "MEMP"), day_of(1957, 5, 10), day_of(1983, 10, 1));
	bool ok;

	plan.retires = true;
	plan.moves = true;
	ok = role_play(stage, (struct role){ "7315", "GUEDENON", "Colette Abla", 'F' }, plan);

	plan = plan_of(world, STATUS_FE, "PSA", place_or(world, "DPAF", "MTFP"), day_of(1962, 8, 1), day_of(1986, 10, 1));
	plan.retires = true;
	plan.broken = BROKEN_AFTER_RETIREMENT;
	ok = ok && role_play(stage, (struct role){ "8120", "MAMA SAMBO", "Issifou", 'M' }, plan);

	plan = plan_of(world, STATUS_FE, "AAS", place_or(world, "DGT", "MTFP"), day_of(1974, 12, 12), day_of(2000, 10, 1));
	plan.died = day_of(2022, 6, 14);
	ok = ok && role_play(stage, (struct role){ "14759", "CHABI YO", "Sika Adama", 'F' }, plan);

	/* past the age limit, and no act of retirement */
	plan = plan_of(world, STATUS_FE, "CVA", place_or(world, "SGM", "MTFP"), day_add_months(world->today, -56 * 12), day_of(1998, 1, 1));
	return ok && role_play(stage, (struct role){ "13990", "BAKARY", "Soulé", 'M' }, plan);
}

/* Forty teachers hired the same day: each of their advancements is one act of forty lines. */
static bool
cast_cohort(struct stage *stage)
{
	struct random random = random_seed(2012);
	bool ok = true;
	int i;

	for (i = 0; ok && i < 40; i++) {
		struct full_name name = name_invent(&random, stage->world->arena, 450);
		struct plan plan = plan_of(stage->world, STATUS_FE, "INST", place_or(stage->world, "MEMP-CS-16", "MEMP"),
			day_of(1984, 1, 1) + random_below(&random, 2500), day_of(2012, 10, 1));

		ok = role_play(stage, (struct role){ NULL, NULL, NULL, name.sex }, plan);
		if (ok) {
			stage->country->agents[stage->country->agent_count - 1].family = name.family;
			stage->country->agents[stage->country->agent_count - 1].given = name.given;
		}
	}
	return ok;
}

bool
cast_tell(struct country *country)
{
	struct stage stage = { .country = country, .world = country->world };

	return cast_orderly(&stage) && cast_away(&stage) && cast_missing(&stage) && cast_contradictory(&stage) && cast_names(&stage)
		&& cast_sixty(&stage) && cast_left(&stage) && cast_cohort(&stage);
}
