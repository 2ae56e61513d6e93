-- The one way in which a pension file changes state. Everything that moves a file calls it, inside its own transaction.
set role guichet_owner;

create function pensions_api.days_left(file bigint, to_code text) returns int
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select case when here.is_waiting_user and last_desk.state_code = days_left.to_code
			then greatest(s.days - base_api.working_days(last_desk.at::date, last_desk.until::date), 1) else s.days end
	from pensions.states s
	join pensions.files f on f.file_id = days_left.file
	join pensions.states here on here.state_code = f.state_code
	left join lateral (select e.state_code, e.at, e.until from (
			select e.state_code, e.at, e.event_id, lead(e.at) over (order by e.event_id) as until from pensions.events e
			where e.file_id = f.file_id and e.state_code is not null) e
		where e.until is not null order by e.event_id desc limit 1) last_desk on true
	where s.state_code = days_left.to_code;
$$;
comment on function pensions_api.days_left is 'Working days that a desk has from today: its own, or those it had left when the file comes back to it from the person.';

-- person: who does it; null: the portal. A person must hold, over the structure of the file, the role that the move (or else the state it leaves)
-- names, and never moves his own file; he may only answer for it when it waits for him. note: why, in words that the agent reads.
create function pensions_api.move(file bigint, to_code text, person bigint, note text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f     pensions.files;
	was   pensions.states;
	goes  pensions.states;
	m     pensions.state_moves;
	owner record;
begin
	select x.* into f from pensions.files x where x.file_id = move.file for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'pensions.file_missing';
	end if;
	select s.* into was from pensions.states s where s.state_code = f.state_code;
	select s.* into goes from pensions.states s where s.state_code = move.to_code;
	select x.* into m from pensions.state_moves x where x.from_code = f.state_code and x.to_code = move.to_code;
	if not found then
		raise exception using errcode = 'GU409', message = 'pensions.no_such_move';
	end if;
	select a.person_id, p.deceased_on into owner from career.agents a join base.persons p on p.person_id = a.person_id where a.agent_id = f.agent_id;
	if move.person = owner.person_id and not was.is_waiting_user then
		raise exception using errcode = 'GU409', message = 'pensions.own_file';
	elsif move.person <> owner.person_id and not coalesce(acts_api.holds(move.person, coalesce(m.role_code, was.role_code), f.structure_rank), false) then
		raise exception using errcode = 'GU403', message = 'pensions.not_your_desk';
	end if;
	begin
		update pensions.files x set state_code = goes.state_code, desk_since = now(),
			due_on = case when not goes.is_waiting_user and not goes.is_over
				then base_api.add_working_days(current_date, pensions_api.days_left(f.file_id, goes.state_code)) end,
			closed_at = case when goes.is_over then now() end
		where x.file_id = f.file_id;
	exception when unique_violation then                           -- opened again while another one of that kind is open
		raise exception using errcode = 'GU409', message = 'pensions.already_open';
	end;
	insert into pensions.events (file_id, person_id, state_code, what, note)
	values (f.file_id, move.person, goes.state_code, goes.label, coalesce(btrim(move.note), ''));
	-- On a way back the words of the step would be said as if it were new: the history shows it, with its reason.
	if goes.notice is not null and goes.sort > was.sort and f.kind_code <> 'reversion' and owner.deceased_on is null then
		perform base_api.tell(owner.person_id, 'Votre dossier de pension ' || f.number || ' : ' || lower(left(goes.label, 1)) || substr(goes.label, 2),
			E'Bonjour,\n\n' || upper(left(goes.notice, 1)) || substr(goes.notice, 2) || case when btrim(coalesce(move.note, '')) <> '' then E'\n\nMotif indiqué : ' || btrim(move.note) else '' end
			|| E'\n\nVous suivez chaque étape dans « Ma carrière », « Mon dossier de pension ».',
			'dossier de pension ' || f.number || ' : ' || goes.notice);
	end if;
	perform base_api.note('pensions.desk', 'deplacer', 'dossier ' || f.number, goes.state_code, jsonb_build_object('de', f.state_code));
end $$;
comment on function pensions_api.move is 'Moves a file along pensions.state_moves: its clock, its history, the notice to the agent and the audit line in one transaction. GU404 no such file, GU409 no such move or one’s own file, GU403 another desk.';

revoke execute on function pensions_api.days_left, pensions_api.move from public;
reset role;
