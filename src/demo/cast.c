/* The agents people are shown first: each one is a case the portal must tell well. Their matricules, names and places in the
 * list do not change; dates that depend on today are computed from it. */
#include "demo/cast.h"

uint16_t
place_or(const struct world *world, const char *code, const char *ministry)
{
	uint16_t place = world_place(world, code);

	place = place == 0 ? world_place(world, ministry) : place;
	return place == 0 ? 1 : place;
}

struct plan
plan_of(const struct world *world, enum status status, const char *corps, uint16_t place, int32_t birth, int32_t hire)
{
	uint16_t number = world_corps(world, corps);

	return (struct plan){ .status = (uint8_t)status, .corps = number == 0 ? 1 : number, .place = place, .birth = birth,
		.hire = hire, .reclass = NO_DAY, .away_from = NO_DAY, .away_to = NO_DAY, .away_end = NO_DAY, .cdi = NO_DAY,
		.reversal = NO_DAY, .died = NO_DAY };
}

void
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

bool
role_keep(struct stage *stage)
{
	return country_add(stage->country, &stage->story);
}

bool
role_play(struct stage *stage, struct role role, struct plan plan)
{
	role_tell(stage, role, &plan);
	return role_keep(stage);
}

struct story_line *
role_add(struct stage *stage, enum kind kind, int32_t effect, struct situation after)
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
	role_add(stage, KIND_DETACHEMENT, day_of(2017, 2, 1), (struct situation){ .position = POSITION_DETACHEMENT })->end = day_of(2020, 1, 31);
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

/* Sixty papers: postings, certificates of presence, leaves. */
static bool
cast_sixty(struct stage *stage)
{
	const struct world *world = stage->world;
	struct plan plan = plan_of(world, STATUS_FE, "ASF", place_or(world, "MEF", "MEF"), day_add_months(world->today, -57 * 12),
		day_of(date_of_days(world->today).year - 32, 10, 1));
	int i;

	role_tell(stage, (struct role){ "12654", "KPODEKON", "Théophile Sagbo", 'M' }, &plan);
	for (i = 0; stage->story.count < 60; i++)
		role_add(stage, i % 3 == 2 ? KIND_CONGE : KIND_PRESENCE, plan.hire + 200 + i * 251, (struct situation){ 0 });
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
