-- The peer's own login: reads the tables directly, without row security.
do $$ begin
	if not exists (select from pg_roles where rolname = 'measure_peer') then
		create role measure_peer login bypassrls;
	end if;
end $$;
alter role measure_peer set jit = off;
alter role measure_peer set timezone = 'UTC';
grant usage on schema base, career, career_api to measure_peer;
grant select on all tables in schema base, career to measure_peer;
grant execute on function career_api.grade, career_api.retirement_of to measure_peer;
