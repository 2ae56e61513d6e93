-- Who is away, and who stands in for him.
set role guichet_owner;

create function requests_api.my_absences() returns table (absence_id bigint, valid_from date, last_day date, who text, is_now boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select a.absence_id, a.valid_from, a.valid_to - 1, p.given_names || ' ' || p.family_name, current_date >= a.valid_from and current_date < a.valid_to
	from requests.absences a join base.persons p on p.person_id = a.stand_in_id where a.person_id = (select m.person_id from base.me m) and a.valid_to >= current_date order by a.valid_from;
$$;
comment on function requests_api.my_absences is 'When the asker is away, and who stands in for him.';

create function requests_api.colleagues() returns table (target text, label text)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select distinct 'p' || p.person_id, p.given_names || ' ' || p.family_name
	from base.assignments a join base.structures s using (structure_id) join base.persons p using (person_id)
	where a.role_code in ('clerk', 'manager', 'signatory') and a.granted_by is not null and a.confirmed_by is not null and a.valid_from <= current_date
		and (a.valid_to is null or a.valid_to > current_date) and a.person_id <> (select m.person_id from base.me m)
		and (s.rank <@ (select x.ranks from base.my_spans x) or exists (select from base.assignments mine join base.structures t on t.structure_id = mine.structure_id
			where mine.person_id = (select m.person_id from base.me m) and t.rank between s.rank and s.last_rank))
	order by 2 limit 100;
$$;
comment on function requests_api.colleagues is 'Who may stand in for the asker: people of his desks and above who treat requests.';

create function requests_api.be_away(first_day date, last_day date, target text, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	if be_away.last_day < be_away.first_day or be_away.last_day < current_date then
		raise exception using errcode = 'GU422', message = 'requests.wrong_days', column = 'fin';
	elsif not exists (select from requests_api.colleagues() c where c.target = be_away.target) then
		raise exception using errcode = 'GU422', message = 'requests.no_target', column = 'cible';
	end if;
	insert into requests.absences (person_id, stand_in_id, valid_from, valid_to)
	values ((select m.person_id from base.me m), substr(be_away.target, 2)::bigint, be_away.first_day, be_away.last_day + 1);
	perform base_api.note('requests.desk', 'absence', '', 'fait', jsonb_build_object('from', be_away.first_day, 'to', be_away.last_day));
	return query select base_api.receipt(be_away.here);
end $$;
comment on function requests_api.be_away is 'Says when the asker is away and who sees his baskets meanwhile.';

create function requests_api.be_back(absence bigint, here text) returns table (location text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
begin
	delete from requests.absences a where a.absence_id = be_back.absence and a.person_id = (select m.person_id from base.me m);
	return query select base_api.receipt(be_back.here);
end $$;
comment on function requests_api.be_back is 'Takes an absence back.';
reset role;
