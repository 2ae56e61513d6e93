/* The cast, continued: careers with something wrong in them. */
#include "demo/cast.h"

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

/* What is missing. */
bool
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
bool
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
	line = role_add(stage, KIND_AVANCEMENT, day_add_months(day, 3), line->after);
	line->before = grade;
	line->alone = true;
	line->note = "Même échelon que l’acte précédent, autre référence.";
	role_add(stage, KIND_DETACHEMENT, day_of(2020, 1, 1), (struct situation){ .position = POSITION_DETACHEMENT })->end = day_of(2022, 12, 31);
	role_add(stage, KIND_DISPONIBILITE, day_of(2022, 4, 1), (struct situation){ .position = POSITION_DISPONIBILITE })->end = day_of(2023, 3, 31);
	role_add(stage, KIND_REINTEGRATION, day_of(2023, 4, 1), (struct situation){ .position = POSITION_ACTIVITE });
	role_add(stage, KIND_AFFECTATION, day_of(2023, 9, 1), (struct situation){ .place = cotonou })->before.place = cotonou;
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
	role_add(stage, KIND_SANCTION, day_add_months(day, 11), grade)->note = "Abaissement d’un échelon après avis du conseil de discipline.";
	ok = ok && role_keep(stage);

	/* an act replaced, one cancelled */
	plan = plan_of(world, STATUS_FE, "AFS", place_or(world, "MEF", "MEF"), day_of(1987, 11, 3), day_of(2012, 10, 1));
	role_tell(stage, (struct role){ "22104", "ALABI", "Tinouké Judith", 'F' }, &plan);
	line = &stage->lines[line_of_step(stage, 4)];
	day = line->effect;
	line->alone = true;
	line = role_add(stage, KIND_AVANCEMENT, day - 1, line->after);
	line->state = ACT_REMPLACE;
	line->alone = true;
	line->note = "Date d’effet erronée, corrigée par l’acte suivant.";
	line = role_add(stage, KIND_AFFECTATION, day_of(2021, 9, 1), (struct situation){ .place = cotonou });
	line->state = ACT_ANNULE;
	line->alone = true;
	return ok && role_keep(stage) && link_replaced(stage->country);
}
