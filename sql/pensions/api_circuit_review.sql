-- Revision within its months, then an appeal: asked by the agent, one open at a time, each with a clock of its own, answered with a reason.
set role guichet_owner;

-- What the agent may ask today: 'revision', 'recours', or nothing and why.
create function pensions_api.review_open(f pensions.files) returns table (kind_code text, why text, until date)
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	last pensions.appeals;
begin
	if f.file_id is null or f.notified_on is null or f.state_code not in ('remise', 'paiement', 'rejete') then
		why := 'pensions.review_not_now';
		return next;
		return;
	end if;
	-- The booklet bears the legal day, an hour ahead of UTC: compared as such, or who asks just after midnight would have asked before it.
	select a.* into last from pensions.appeals a where a.file_id = f.file_id and (a.made_at at time zone 'Africa/Porto-Novo')::date >= f.notified_on order by a.appeal_id desc limit 1;
	if last.appeal_id is not null and last.answered_at is null then
		why := 'pensions.review_pending';
	elsif last.appeal_id is null then
		until := pensions_api.review_until(f);
		kind_code := case when current_date <= until then 'revision' end;
		why := case when current_date > until then 'pensions.review_late' end;
	elsif last.kind_code = 'revision' and not last.is_accepted then
		until := (last.answered_at::date + make_interval(months => pensions_api.setting('pension.appeal_months', 2)))::date;
		kind_code := case when current_date <= until then 'recours' end;
		why := case when current_date > until then 'pensions.appeal_late' end;
	else
		why := 'pensions.review_over';
	end if;
	return next;
end $$;
comment on function pensions_api.review_open is 'Whether a revision or an appeal may be asked of a file today, until when, or why not (the key of a sentence).';

create function pensions_api.my_review() returns table (number text, pension_fcfa bigint, amount_known boolean, kind_code text, why text, until date, may_ask boolean, is_revision boolean, is_appeal boolean, notified_on date, answer_days int)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select f.number, (select sum(l.pension_fcfa)::bigint from pensions_api.latest(f.file_id) l), f.booklet_id is not null, r.kind_code, r.why, r.until, r.kind_code is not null, coalesce(r.kind_code = 'revision', false), coalesce(r.kind_code = 'recours', false), f.notified_on,
		case when r.kind_code = 'recours' then pensions_api.setting('pension.appeal_days', 30) else pensions_api.setting('pension.revision_days', 15) end
	from pensions_api.own_file() f cross join lateral pensions_api.review_open(f) r where f.file_id is not null;
$$;
comment on function pensions_api.my_review is 'What I may ask of my pension today.';

create function pensions_api.review_rows(f pensions.files) returns table (appeal_id bigint, kind_code text, kind_label text, text text, made_at timestamptz, due_on date, is_late boolean, is_answered boolean,
	is_accepted boolean, answer text, answered_at timestamptz)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select a.appeal_id, a.kind_code, case a.kind_code when 'revision' then 'Demande de révision' else 'Recours' end, a.text, a.made_at, a.due_on, a.answered_at is null and a.due_on < current_date,
		a.answered_at is not null, coalesce(a.is_accepted, false), a.answer, a.answered_at
	from pensions.appeals a where a.file_id = f.file_id order by a.appeal_id desc;
$$;
comment on function pensions_api.review_rows is 'Revisions and appeals of a file, newest first.';
create function pensions_api.my_reviews() returns table (appeal_id bigint, kind_code text, kind_label text, text text, made_at timestamptz, due_on date, is_late boolean, is_answered boolean,
	is_accepted boolean, answer text, answered_at timestamptz)
	language sql stable security definer set search_path = pg_catalog, pg_temp
	as $$ select x.* from pensions_api.own_file() f cross join lateral pensions_api.review_rows(f) x $$;
comment on function pensions_api.my_reviews is 'What I asked, and what was answered.';
create function pensions_api.ask_review(body text) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f    pensions.files := pensions_api.own_file();
	r    record;
	due  date;
	made bigint;
begin
	if f.file_id is null then
		raise exception using errcode = 'GU404', message = 'pensions.file_missing';
	end if;
	select x.* into f from pensions.files x where x.file_id = f.file_id for update;
	select * into r from pensions_api.review_open(f);
	if r.kind_code is null then
		raise exception using errcode = 'GU409', message = r.why, detail = coalesce(base_api.day_words(r.until), '');
	elsif length(btrim(body)) < 20 then
		raise exception using errcode = 'GU422', message = 'pensions.review_short', column = 'texte';
	end if;
	due := base_api.add_working_days(current_date, case r.kind_code when 'recours' then pensions_api.setting('pension.appeal_days', 30) else pensions_api.setting('pension.revision_days', 15) end);
	insert into pensions.appeals (file_id, kind_code, person_id, text, due_on) values (f.file_id, r.kind_code, pensions_api.me(), btrim(body), due) returning appeal_id into made;
	perform pensions_api.event(f.file_id, pensions_api.me(), case r.kind_code when 'recours' then 'Recours déposé' else 'Révision demandée' end, 'Réponse attendue au plus tard le ' || base_api.day_words(due) || '.');
	perform base_api.note('career.own', 'pension.' || r.kind_code, 'dossier ' || f.number, 'depose');
	perform base_api.tell(pensions_api.me(), case r.kind_code when 'recours' then 'Votre recours est enregistré' else 'Votre demande de révision est enregistrée' end,
		'Dossier de pension ' || f.number || ' : votre demande est enregistrée. Réponse attendue au plus tard le ' || base_api.day_words(due) || '. Votre pension continue d’être payée pendant ce temps.',
		'demande enregistree pour le dossier ' || f.number || ', reponse attendue avant le ' || to_char(due, 'DD/MM/YYYY') || '.');
	return base_api.receipt('/carriere/pension/dossier/recours?fait=recours_depose');
end $$;
comment on function pensions_api.ask_review is 'I ask a revision of my pension, or appeal once it was refused.';

create function pensions_api.why_not_answer(f pensions.files, kind text, person bigint) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select case
		when acts_api.same_human(person, (select a.person_id from career.agents a where a.agent_id = f.agent_id)) then 'pensions.beneficiary_cannot'
		when not coalesce(acts_api.holds(person, case kind when 'recours' then 'pension_chief' else 'pension_officer' end, f.structure_rank), false) then 'pensions.not_your_desk'
		when exists (select from pensions.appeals a where a.file_id = f.file_id and a.answered_by is not null and acts_api.same_human(a.answered_by, person)
			and kind = 'recours') then 'pensions.other_must_answer'
	end;
$$;
comment on function pensions_api.why_not_answer is 'Why this human may not answer: a revision is the officer''s, an appeal the chief''s and never of who refused the revision.';

create function pensions_api.file_reviews(file bigint) returns table (appeal_id bigint, kind_code text, kind_label text, text text, made_at timestamptz, due_on date, is_late boolean, is_answered boolean,
	is_accepted boolean, answer text, answered_at timestamptz, may_answer boolean)
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select x.*, not x.is_answered and pensions_api.why_not_answer(f, x.kind_code, pensions_api.me()) is null
	from pensions_api.reach(file_reviews.file) f cross join lateral pensions_api.review_rows(f) x;
$$;
comment on function pensions_api.file_reviews is 'Revisions and appeals of a file, for the desk.';

create function pensions_api.answer_review(file bigint, appeal bigint, accepts boolean, body text) returns void
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	f   pensions.files := pensions_api.hold(answer_review.file);
	a   pensions.appeals;
	no_ text;
	own bigint;
begin
	select x.* into a from pensions.appeals x where x.appeal_id = answer_review.appeal and x.file_id = f.file_id for update;
	if not found then
		raise exception using errcode = 'GU404', message = 'pensions.file_missing';
	end if;
	no_ := pensions_api.why_not_answer(f, a.kind_code, pensions_api.me());
	if no_ is not null then
		raise exception using errcode = 'GU403', message = no_;
	elsif a.answered_at is not null then
		raise exception using errcode = 'GU409', message = 'pensions.answered_already';
	elsif length(btrim(body)) < 20 then
		raise exception using errcode = 'GU422', message = 'pensions.answer_short', column = 'reponse';
	end if;
	update pensions.appeals x set answer = btrim(body), answered_at = clock_timestamp(), answered_by = pensions_api.me(), is_accepted = accepts where x.appeal_id = a.appeal_id;
	perform pensions_api.event(f.file_id, pensions_api.me(), case a.kind_code when 'recours' then 'Recours ' else 'Révision ' end || case when accepts then 'accepté' else 'refusé' end
		|| case when a.kind_code = 'recours' then '' else 'e' end, btrim(body));
	perform base_api.note('pensions.desk', 'reponse.' || a.kind_code, 'dossier ' || f.number, case when accepts then 'acceptee' else 'refusee' end);
	select g.person_id into own from career.agents g where g.agent_id = f.agent_id;
	perform base_api.tell(own, 'Réponse à votre ' || case a.kind_code when 'recours' then 'recours' else 'demande de révision' end,
		'Dossier de pension ' || f.number || ' : ' || case when accepts then 'votre demande est acceptée. Votre pension est recalculée et vous recevrez un nouveau livret.'
			else 'votre demande est refusée.' end || E'\n\n' || btrim(body) || case when accepts then '' when a.kind_code = 'revision' then E'\n\nVous pouvez former un recours avant le '
			|| base_api.day_words((current_date + make_interval(months => pensions_api.setting('pension.appeal_months', 2)))::date) || ' inclus, dans « Mon dossier de pension ».'
			else E'\n\nLe juge administratif peut encore être saisi.' end,
		'reponse a votre ' || case a.kind_code when 'recours' then 'recours' else 'demande de revision' end || ' : ' || case when accepts then 'acceptee' else 'refusee' end || ', voir Mon dossier de pension.');
	if accepts then
		perform pensions_api.void_approvals(f.file_id, array['liquidation', 'controle', 'signature'], case a.kind_code when 'recours' then 'recours accepté' else 'révision acceptée' end);
		update pensions.files x set is_automatic = false where x.file_id = f.file_id;
		perform pensions_api.move(f.file_id, 'liquidation', null, '');
		perform pensions_api.order_computation(f.file_id);
	end if;
end $$;
comment on function pensions_api.answer_review is 'The desk answers with a reason: accepted, the file is computed anew; refused, an appeal is open.';

revoke execute on function pensions_api.review_open, pensions_api.my_review, pensions_api.review_rows, pensions_api.my_reviews, pensions_api.file_reviews, pensions_api.ask_review,
	pensions_api.why_not_answer, pensions_api.answer_review from public;
grant execute on function pensions_api.my_review, pensions_api.my_reviews, pensions_api.ask_review to web_self;
grant execute on function pensions_api.file_reviews, pensions_api.answer_review to web_pensions;
reset role;
