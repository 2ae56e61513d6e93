/* One campaign of step advancement, as its clerk left it: computed, with one agent put aside by hand; nothing signed. */
#include "demo/load.h"

#define CLERK "(select l.person_id from accounts.logins l where l.login = 'gestionnaire.drsc@exemple.bj')"

bool
load_campaign(struct load *load)
{
	const struct rows *made = work_query(load->work,
		"insert into advancement.campaigns (quarter_start, person_id, reach, issuer_id, grouping_code, made_at) "
		"select (date_trunc('quarter', current_date::timestamp) + interval '3 months')::date, " CLERK ", "
		"	int4multirange(int4range(s.rank, s.last_rank, '[]')), i.structure_id, 'ministere', now() - interval '2 days' "
		"from base.structures s, base.structures i where s.code = 'RB' and i.code = 'DRSC' returning campaign_id as id", NULL, 0);
	const int64_t campaign = rows_int(made, 0, "id");

	return campaign != 0
		&& WORK_QUERY(load->work, "select advancement_api.run_slice($1, f.from_agent, f.to_agent) from advancement_api.run_begin($1) f", ARG(campaign)) != NULL
		&& WORK_QUERY(load->work, "select advancement_api.run_end($1)", ARG(campaign)) != NULL
		&& WORK_QUERY(load->work, "insert into advancement.decisions (campaign_id, agent_id, verb_code, reason, person_id, at) "
			"select l.campaign_id, l.agent_id, 'ecarter', 'Reclassement demandé par l’agent : son grade va changer avant la fin du trimestre.', " CLERK ", "
			"	now() - interval '1 day' "
			"from advancement.lines l where l.campaign_id = $1 and l.reason_code is null and not l.is_late order by l.agent_id limit 1", ARG(campaign)) != NULL;
}
