-- What the pages of a computation show: its lines, its waits, what changed since the version before. For a desk by the file; for an agent his own.
set role guichet_owner;

create function pensions_api.rows_of_lines(lines jsonb, before jsonb) returns table (line_no int, title text, rule text, proof text, value text, act text, source text, is_new boolean,
	row_total boolean, row_missing boolean, line_act boolean, line_source boolean, line_demo boolean, law boolean, to_confirm boolean, custom boolean, unsure boolean)
	language sql immutable parallel safe
as $$
	select l.n::int, l.x ->> 'title', l.x ->> 'rule', l.x ->> 'proof', l.x ->> 'value', l.x ->> 'act', l.x ->> 'source',
		before is not null and not exists (select from jsonb_array_elements(before) b (x) where b.x = l.x),
		(l.x ->> 'total')::boolean, (l.x ->> 'unproven')::boolean, l.x ? 'act', l.x ? 'source', (l.x ->> 'demo')::boolean, coalesce(l.x ->> 'certainty' = 'loi', false),
		coalesce(l.x ->> 'certainty' not in ('loi', 'usage', 'inconnu'), true), coalesce(l.x ->> 'certainty' = 'usage', false), coalesce(l.x ->> 'certainty' = 'inconnu', false)
	from jsonb_array_elements(lines) with ordinality l (x, n) order by l.n;
$$;
comment on function pensions_api.rows_of_lines is 'Kept lines as the rows of a table; which of them the version before did not have.';

create function pensions_api.fund_rows(f pensions.files) returns table (fund text, fund_name text, version int, pension_fcfa bigint, base_fcfa bigint, rate_words text, span_words text, is_complete boolean,
	is_entitled boolean, is_waiting boolean, no_right boolean, is_demo boolean, made_at timestamptz, amount_words text, was_fcfa bigint, has_before boolean, changed_fcfa bigint, is_more boolean, is_less boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select l.regime_code, case l.regime_code when 'FNRB' then 'FNRB, agents permanents' else 'CNSS, agents contractuels' end, l.version, l.pension_fcfa, l.base_fcfa,
		(select x ->> 'value' from jsonb_array_elements(l.lines) x where x ->> 'kind' = 'taux'), (select x ->> 'value' from jsonb_array_elements(l.lines) x where x ->> 'kind' = 'total'),
		l.is_complete, l.is_complete and l.is_entitled, not l.is_complete, l.is_complete and not l.is_entitled, l.is_demo, l.made_at,
		case when l.is_complete and l.is_entitled then pensions_api.francs_words(l.pension_fcfa) end,
		b.pension_fcfa, b.liquidation_id is not null, abs(l.pension_fcfa - b.pension_fcfa), l.pension_fcfa > b.pension_fcfa, l.pension_fcfa < b.pension_fcfa
	from pensions_api.latest(f.file_id) l
	left join pensions.liquidations b on b.file_id = l.file_id and b.regime_code = l.regime_code and b.version = l.version - 1
	order by l.regime_code desc;
$$;
comment on function pensions_api.fund_rows is 'The computations in force of a file, each beside the one before it.';

create function pensions_api.line_rows(f pensions.files) returns table (fund text, line_no int, title text, rule text, proof text, value text, act text, source text, is_new boolean, row_total boolean,
	row_missing boolean, line_act boolean, line_source boolean, line_demo boolean, law boolean, to_confirm boolean, custom boolean, unsure boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select l.regime_code, x.*
	from pensions_api.latest(f.file_id) l
	left join pensions.liquidations b on b.file_id = l.file_id and b.regime_code = l.regime_code and b.version = l.version - 1
	cross join lateral pensions_api.rows_of_lines(l.lines, b.lines) x
	order by l.regime_code desc, x.line_no;
$$;
comment on function pensions_api.line_rows is 'Every line of the computations in force of a file.';

create function pensions_api.gone_rows(f pensions.files) returns table (fund text, title text, rule text, value text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select l.regime_code, b.x ->> 'title', b.x ->> 'rule', b.x ->> 'value'
	from pensions_api.latest(f.file_id) l
	join pensions.liquidations p on p.file_id = l.file_id and p.regime_code = l.regime_code and p.version = l.version - 1
	cross join lateral jsonb_array_elements(p.lines) with ordinality b (x, n)
	where not exists (select from jsonb_array_elements(l.lines) now_ (x) where now_.x = b.x)
	order by l.regime_code desc, b.n;
$$;
comment on function pensions_api.gone_rows is 'Lines that the version before had and that are no longer so.';

create function pensions_api.wait_rows(f pensions.files, at_desk boolean) returns table (fund text, wait_what text, wait_do text, wait_on boolean, "on" text, wait_span boolean, "from" text, "to" text, wait_act boolean, act text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select l.regime_code, w.x ->> 'what', w.x ->> case when at_desk then 'desk_do' else 'do' end, w.x ? 'from' and not w.x ? 'until', base_api.day_words((w.x ->> 'from')::date),
		w.x ? 'until', base_api.day_words((w.x ->> 'from')::date), base_api.day_words((w.x ->> 'until')::date - 1), w.x ? 'act', w.x ->> 'act'
	from pensions_api.latest(f.file_id) l cross join lateral jsonb_array_elements(l.waits) with ordinality w (x, n) order by l.regime_code desc, w.n;
$$;
comment on function pensions_api.wait_rows is 'What the computations in force wait for, with what to do.';

-- The desk.
create function pensions_api.file_funds(file bigint) returns table (fund text, fund_name text, version int, pension_fcfa bigint, base_fcfa bigint, rate_words text, span_words text, is_complete boolean,
	is_entitled boolean, is_waiting boolean, no_right boolean, is_demo boolean, made_at timestamptz, amount_words text, was_fcfa bigint, has_before boolean, changed_fcfa bigint, is_more boolean, is_less boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select x.* from pensions_api.reach(file_funds.file) f cross join lateral pensions_api.fund_rows(f) x $$;
comment on function pensions_api.file_funds is 'The computations of a file, for the desk.';
create function pensions_api.file_lines(file bigint) returns table (fund text, line_no int, title text, rule text, proof text, value text, act text, source text, is_new boolean, row_total boolean,
	row_missing boolean, line_act boolean, line_source boolean, line_demo boolean, law boolean, to_confirm boolean, custom boolean, unsure boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select x.* from pensions_api.reach(file_lines.file) f cross join lateral pensions_api.line_rows(f) x $$;
comment on function pensions_api.file_lines is 'The lines of a file, for the desk.';
create function pensions_api.file_gone(file bigint) returns table (fund text, title text, rule text, value text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select x.* from pensions_api.reach(file_gone.file) f cross join lateral pensions_api.gone_rows(f) x $$;
comment on function pensions_api.file_gone is 'Lines of the version before that fell, for the desk.';
create function pensions_api.file_waits(file bigint) returns table (fund text, wait_what text, wait_do text, wait_on boolean, "on" text, wait_span boolean, "from" text, "to" text, wait_act boolean, act text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select x.* from pensions_api.reach(file_waits.file) f cross join lateral pensions_api.wait_rows(f, true) x $$;
comment on function pensions_api.file_waits is 'What a file waits for, for the desk.';

-- The agent: his latest file.
create function pensions_api.own_file() returns pensions.files
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select f.* from pensions.files f where f.agent_id = (select m.agent_id from career.me m) and f.kind_code <> 'reversion'
	order by f.closed_at is null desc, f.file_id desc limit 1;
$$;
comment on function pensions_api.own_file is 'My pension file: the open one, else the last one; nulls if I have none.';

create function pensions_api.my_circuit() returns table (file_id bigint, number text, state_code text, state_label text, state_next text, leave_on date, funds text, name text, matricule text, version int,
	pension_fcfa bigint, is_computed boolean, is_complete boolean, is_entitled boolean, is_demo boolean, is_granted boolean, has_booklet boolean, concession_reference text, booklet_code text,
	booklet_on date, first_payment_on date, notified_on date, amount_words text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select f.file_id, f.number, f.state_code, s.label, s.next, f.leave_on, array_to_string(f.regimes, ' et '), btrim(p.given_names || ' ' || p.family_name), g.matricule, l.version, l.total,
		l.version is not null, coalesce(l.is_complete, false), coalesce(l.is_entitled, false), coalesce(l.is_demo, false), f.state_code in ('remise', 'paiement'), d.document_id is not null,
		f.concession_reference, regexp_replace(d.code, '(.{4})(.{4})(.{4})', '\1 \2 \3'), f.booklet_on, f.first_payment_on, f.notified_on,
		case when l.is_entitled then pensions_api.francs_words(l.total) end
	from pensions_api.own_file() f
	join pensions.states s on s.state_code = f.state_code
	join career.agents g on g.agent_id = f.agent_id join base.persons p on p.person_id = g.person_id
	left join lateral (select max(x.version) as version, sum(x.pension_fcfa)::bigint as total, bool_and(x.is_complete) as is_complete, bool_and(x.is_complete and x.is_entitled) as is_entitled,
		bool_or(x.is_demo) as is_demo from pensions_api.latest(f.file_id) x) l on true
	left join acts.documents d on d.document_id = f.booklet_id;
$$;
comment on function pensions_api.my_circuit is 'My pension file, as far as it is computed; no row without a file.';
create function pensions_api.my_funds() returns table (fund text, fund_name text, version int, pension_fcfa bigint, base_fcfa bigint, rate_words text, span_words text, is_complete boolean,
	is_entitled boolean, is_waiting boolean, no_right boolean, is_demo boolean, made_at timestamptz, amount_words text, was_fcfa bigint, has_before boolean, changed_fcfa bigint, is_more boolean, is_less boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select x.* from pensions_api.own_file() f cross join lateral pensions_api.fund_rows(f) x $$;
comment on function pensions_api.my_funds is 'The computations of my file.';
create function pensions_api.my_lines() returns table (fund text, line_no int, title text, rule text, proof text, value text, act text, source text, is_new boolean, row_total boolean,
	row_missing boolean, line_act boolean, line_source boolean, line_demo boolean, law boolean, to_confirm boolean, custom boolean, unsure boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select x.* from pensions_api.own_file() f cross join lateral pensions_api.line_rows(f) x $$;
comment on function pensions_api.my_lines is 'The lines of my file.';
create function pensions_api.my_gone() returns table (fund text, title text, rule text, value text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select x.* from pensions_api.own_file() f cross join lateral pensions_api.gone_rows(f) x $$;
comment on function pensions_api.my_gone is 'Lines of the version before of my file that fell.';
create function pensions_api.my_waits() returns table (fund text, wait_what text, wait_do text, wait_on boolean, "on" text, wait_span boolean, "from" text, "to" text, wait_act boolean, act text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select x.* from pensions_api.own_file() f cross join lateral pensions_api.wait_rows(f, false) x $$;
comment on function pensions_api.my_waits is 'What my file waits for.';

create function pensions_api.booklet_of(f pensions.files) returns table (file_name text, sha256 text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select 'livret-de-pension-' || replace(f.concession_reference, '/', '-') || '.pdf', encode(d.file_sha256, 'hex')
	from acts.documents d where d.document_id = f.booklet_id;
$$;
comment on function pensions_api.booklet_of is 'The stored booklet of a file, if it was sealed.';
create function pensions_api.my_booklet() returns table (file_name text, sha256 text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select x.* from pensions_api.own_file() f cross join lateral pensions_api.booklet_of(f) x $$;
comment on function pensions_api.my_booklet is 'My booklet.';
create function pensions_api.file_booklet(file bigint) returns table (file_name text, sha256 text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select x.* from pensions_api.reach(file_booklet.file) f cross join lateral pensions_api.booklet_of(f) x $$;
comment on function pensions_api.file_booklet is 'The booklet of a file, for the desk.';

revoke execute on function pensions_api.rows_of_lines, pensions_api.fund_rows, pensions_api.line_rows, pensions_api.gone_rows, pensions_api.wait_rows, pensions_api.file_funds, pensions_api.file_lines,
	pensions_api.file_gone, pensions_api.file_waits, pensions_api.own_file, pensions_api.my_circuit, pensions_api.my_funds, pensions_api.my_lines, pensions_api.my_gone, pensions_api.my_waits,
	pensions_api.booklet_of, pensions_api.my_booklet, pensions_api.file_booklet from public;
grant execute on function pensions_api.file_funds, pensions_api.file_lines, pensions_api.file_gone, pensions_api.file_waits, pensions_api.file_booklet to web_pensions;
grant execute on function pensions_api.my_circuit, pensions_api.my_funds, pensions_api.my_lines, pensions_api.my_gone, pensions_api.my_waits, pensions_api.my_booklet to web_self;
reset role;
