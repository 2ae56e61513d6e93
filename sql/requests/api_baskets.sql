-- Baskets: what the asker has in reach, a page of it, what he filters and keeps.
set role guichet_owner;

create function requests_api.my_roles() returns text[]
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select coalesce(array_agg(distinct a.role_code), '{}') from base.assignments a join base.roles r using (role_code)
	where a.person_id = (select m.person_id from base.me m) and a.valid_from <= current_date and (a.valid_to is null or a.valid_to > current_date)
		and (not r.is_staff or (a.granted_by is not null and a.confirmed_by is not null));
$$;
comment on function requests_api.my_roles is 'The roles that the asker holds today.';

-- Whose baskets the asker sees: his own, and those of people he stands in for today.
create function requests_api.stands_for() returns bigint[]
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select array_agg(a.person_id) from requests.absences a
	where a.stand_in_id = (select m.person_id from base.me m) and current_date >= a.valid_from and current_date < a.valid_to;
$$;
comment on function requests_api.stands_for is 'People away for whom the asker stands in.';

create function requests_api.baskets() returns table (basket text, label text, total bigint, is_urgent boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select b.basket_code, b.label, coalesce(n.total, 0)::bigint, b.basket_code in ('nouvelles', 'valider', 'signer', 'corrigees')
	from requests.baskets b left join (
		select c.basket_code, sum(c.total) as total from base.structures s join requests.basket_counts c using (structure_id)
		where s.rank <@ (select x.ranks from base.my_spans x) group by c.basket_code
	) n using (basket_code) order by b.sort;
$$;
comment on function requests_api.baskets is 'The seven baskets of the structures in reach, with how many each holds.';

-- A page of a basket. Each desk in reach gives its first lines after the last one shown, by the index, and they are merged: neither the
-- size of the basket nor how far one reads costs anything.
create function requests_api.basket(basket text, structure text, service text, late boolean, mine boolean, sort text, size bigint, after bigint)
	returns table (request_id bigint, number text, name text, service_name text, desk text, state_label text, kind_code text, due_on date, days_left int, late_days int, is_late boolean,
		filed_at timestamptz, assignee text, version int)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
	me    bigint := (select m.person_id from base.me m);
	away  bigint[] := requests_api.stands_for();
	spans int4multirange := (select x.ranks from base.my_spans x);
	last_due date := '-infinity';
	last_id  bigint := 0;
	last_filed timestamptz := 'infinity';
	svc   bigint := (select v.service_id from services.services v where v.code = basket.service);
begin
	if basket.after is not null then
		select r.due_sort, r.request_id, r.filed_at into last_due, last_id, last_filed from requests.requests r where r.request_id = basket.after;
	else
		last_id := case when basket.sort = 'depot' then 9223372036854775807 else 0 end;
	end if;
	return query
	with reach as (
		select s.structure_id, s.name from base.structures s
		where s.rank <@ spans
			and (basket.structure is null or exists (select from base.structures t where t.code = basket.structure and s.rank between t.rank and t.last_rank))
	), page as (
		select l.request_id, reach.name as desk from reach cross join lateral (
			select r.request_id, r.due_sort from requests.requests r
			where r.structure_id = reach.structure_id and r.basket_code = basket.basket
				and (r.due_sort, r.request_id) > (last_due, last_id)
				and (basket.service is null or r.service_id = svc)
				and (not basket.late or r.due_sort < current_date)
				and (not basket.mine or r.assigned_to = me or r.assigned_to = any (away))
			order by r.due_sort, r.request_id limit basket.size
		) l where coalesce(basket.sort, 'echeance') <> 'depot'
		order by l.due_sort, l.request_id limit basket.size
	), recent as (
		select l.request_id, reach.name as desk from reach cross join lateral (
			select r.request_id, r.filed_at from requests.requests r
			where r.structure_id = reach.structure_id and r.basket_code = basket.basket
				and (r.filed_at, r.request_id) < (last_filed, last_id)
				and (basket.service is null or r.service_id = svc)
				and (not basket.late or r.due_sort < current_date)
				and (not basket.mine or r.assigned_to = me or r.assigned_to = any (away))
			order by r.filed_at desc, r.request_id desc limit basket.size
		) l where basket.sort = 'depot'
		order by l.filed_at desc, l.request_id desc limit basket.size
	)
	select r.request_id, r.number, r.requester_name, v.name, p.desk, s.label, s.kind, r.due_on,
		case when r.due_on >= current_date then requests_api.days_between(current_date, r.due_on) when r.due_on is not null then -requests_api.days_between(r.due_on, current_date) end,
		case when r.due_on < current_date then requests_api.days_between(r.due_on, current_date) end, r.due_on < current_date, r.filed_at,
		(select a.given_names || ' ' || a.family_name from base.persons a where a.person_id = r.assigned_to), r.version
	from (select * from page union all select * from recent) p join requests.requests r on r.request_id = p.request_id
	join services.services v using (service_id) join requests.states s on s.state_code = r.state_code
	order by case when basket.sort = 'depot' then null else r.due_sort end, case when basket.sort = 'depot' then r.filed_at end desc,
		case when basket.sort = 'depot' then -r.request_id else r.request_id end;
end $$;
comment on function requests_api.basket is 'Lines of a basket, nearest deadline first or latest first.';

create function requests_api.neighbours(request bigint) returns table (request_id bigint, number text, name text, service_name text, days_left int, late_days int, is_late boolean, is_here boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select b.request_id, b.number, b.name, b.service_name, b.days_left, b.late_days, b.is_late, b.request_id = neighbours.request
	from requests_api.basket((select r.basket_code from requests.requests r where r.request_id = neighbours.request and r.structure_rank <@ (select s.ranks from base.my_spans s)),
		null, null, false, false, 'echeance', 14, null) b;
$$;
comment on function requests_api.neighbours is 'The head of the basket that a request is in, to go from one file to the next.';

create function requests_api.basket_services() returns table (service text, name text)
	language sql stable
	begin atomic
		select s.code, s.name from services.services s order by s.name;
	end;
comment on function requests_api.basket_services is 'Services, for a filter.';

create function requests_api.my_structures() returns table (structure text, name text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select s.code, s.name from base.structures s where s.rank <@ (select x.ranks from base.my_spans x)
		and exists (select from requests.basket_counts c where c.structure_id = s.structure_id and c.total > 0) order by s.rank limit 200;
$$;
comment on function requests_api.my_structures is 'Desks in reach that have requests, for a filter.';

create function requests_api.kept() returns table (filter_id bigint, name text, href text)
	language sql stable
	begin atomic
		select k.filter_id, k.name, '/corbeilles?' || k.query from requests.kept_filters k order by k.name;
	end;
comment on function requests_api.kept is 'Filters that the asker keeps.';

create function requests_api.keep(name text, query text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if (select count(*) from requests.kept_filters k where k.person_id = (select m.person_id from base.me m)) >= 20 then
		raise exception using errcode = 'GU422', message = 'requests.too_many_filters', column = 'nom';
	end if;
	insert into requests.kept_filters (person_id, name, query) values ((select m.person_id from base.me m), btrim(keep.name), keep.query)
	on conflict on constraint kept_filters_person_id_name_key do update set query = excluded.query;
	return query select base_api.receipt(keep.here);
end $$;
comment on function requests_api.keep is 'Keeps a filter under a name.';

create function requests_api.unkeep(filter bigint, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	delete from requests.kept_filters k where k.filter_id = unkeep.filter and k.person_id = (select m.person_id from base.me m);
	return query select base_api.receipt(unkeep.here);
end $$;
comment on function requests_api.unkeep is 'Forgets a kept filter.';
reset role;
