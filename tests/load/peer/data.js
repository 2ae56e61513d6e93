// What the page asks: the statements of the agent's front page in plain SQL, each finding the agent from the session's token.
// Kept prepared and pipelined by postgres.js. No row security, no role, no transaction, and no derivation of gaps.
import { createHash } from "node:crypto";
import postgres from "postgres";

const sql = postgres({ host: process.env.PEER_HOST, database: "guichet", username: "measure_peer", max: 2, prepare: true,
	types: { date: { to: 1082, from: [1082], serialize: (x) => x, parse: (x) => x } } });

const alive = (hash) => sql`z.token_hash = ${hash} and z.expires_at > now() and z.seen_at > now() - z.idle`;

const front = (hash) => sql`
	select z.person_name, z.permission_bits, a.matricule, p.family_name, p.given_names, p.sex, p.birth_date, st.label as status_label,
		c.name as corps_name, a.category, a.scale, a.step, career_api.grade(a.category, a.scale, a.step) as grade, a.grade_since,
		s.name as structure_name, a.structure_since, po.label as position_label, a.first_service_date, a.left_on, a.next_step_date,
		a.next_step_date < current_date as next_step_late, a.retirement_date, a.lines_count, r.age, r.limit_date, r.target, r.source,
		r.certainty, r.is_demo, r.effect_label, r.effect_source
	from base.sessions z
	join career.agents a on a.person_id = z.person_id
	join base.persons p on p.person_id = a.person_id
	join career.statuses st on st.status_code = a.status_code
	left join career.corps c on c.corps_id = a.corps_id
	left join career.positions po on po.position_code = a.position_code
	left join base.structures s on s.structure_id = a.structure_id
	left join lateral career_api.retirement_of(p.birth_date, a.status_code, a.category, c.age_group,
		coalesce(a.pension_code, st.pension_code)) r on a.left_on is null
	where ${alive(hash)}`;

const agent = (hash) => sql`(select a.agent_id from base.sessions z join career.agents a on a.person_id = z.person_id where ${alive(hash)})`;

const lines = (hash) => sql`
	select l.act_id, l.effect_date as at_date, l.effect_date, l.end_date, a.kind_code, k.label as kind_label, a.reference,
		career_api.grade(l.after_category, l.after_scale, l.after_step) as after_grade, c.name as after_corps,
		p.label as after_position, s.name as after_structure, a.proof_code, pr.label as proof_label, pr.is_firm,
		case when a.state_code <> 'en_vigueur' then es.label end as state_label, a.recorded_at > now() - interval '30 days' as is_new,
		l.after_category as category, l.after_scale as scale, l.after_step as step
	from career.act_lines l
	join career.acts a on a.act_id = l.act_id
	join career.act_kinds k on k.kind_code = a.kind_code
	join career.proofs pr on pr.proof_code = a.proof_code
	join career.act_states es on es.state_code = a.state_code
	left join career.corps c on c.corps_id = l.after_corps_id
	left join career.positions p on p.position_code = l.after_position_code
	left join base.structures s on s.structure_id = l.after_structure_id
	where l.agent_id = ${agent(hash)}
	order by l.effect_date, l.act_line_id`;

const seen = (hash) => sql`
	select c.at, s.name as structure_name, r.name as role_label, c.reason
	from base.consultations c
	left join base.structures s on s.structure_id = c.structure_id
	left join base.roles r on r.role_code = c.role_code
	where c.person_id = (select z.person_id from base.sessions z where ${alive(hash)})
	order by c.at desc, c.consultation_id desc limit 3`;

export async function load(token) {
	const hash = createHash("sha256").update(Buffer.from(token, "hex")).digest();
	const [agents, file, views] = await Promise.all([front(hash), lines(hash), seen(hash)]);
	return agents.length === 0 ? null : { agent: agents[0], acts: file.slice(-20).reverse(), path: file, seen: views };
}
