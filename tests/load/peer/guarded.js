// The same data as data.js, with the portal's own safety: the session's identity, the role and row security, the portal's own
// functions, in one transaction. postgres.js pipelines what is inside; BEGIN and COMMIT are trips of their own.
import postgres from "postgres";

const sql = postgres({ host: process.env.PEER_HOST, database: "guichet", username: "gate", max: 2, prepare: true, fetch_types: false,
	types: { date: { to: 1082, from: [1082], serialize: (x) => x, parse: (x) => x } } });

export async function load(token) {
	const [, who, agents, file, seen] = await sql.begin((tx) => [
		tx`select set_config('guichet.sid', ${token}, true), set_config('transaction_read_only', 'on', true)`,
		tx`select set_config('role', g.db_role, true), g.person_id, g.person_name, g.permission_bits, g.stale
			from base.my_grant g where g.permission = 'career.own'`,
		tx`select f.*, f.sex_code as sex, f.limit_age as age, f.limit_target as target, f.limit_source as source,
			f.limit_certainty_code as certainty, f.limit_is_demo as is_demo from career_api.my_front() f`,
		tx`select * from career_api.my_file()`,
		tx`select * from career_api.my_consultations(3, 0)`,
	]);

	if (who.length === 0 || agents.length === 0) return null;
	const lines = file.filter((line) => line.gap_code === null);
	return { agent: { ...agents[0], person_name: who[0].person_name }, acts: lines.slice(-20).reverse(), path: lines, seen };
}
