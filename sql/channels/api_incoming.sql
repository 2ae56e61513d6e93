-- SMS received: one function understands them and answers. Everything a stranger can learn here, he must prove.
set role guichet_owner;

create function channels_api.phone_of(typed text) returns text
	language sql immutable strict parallel safe
as $$
	select case
		when d ~ '^0?0?229(01)?[0-9]{8}$' then '+22901' || right(d, 8)
		when d ~ '^(01)?[0-9]{8}$' then '+22901' || right(d, 8)
		when d ~ '^[1-9][0-9]{8,14}$' then '+' || d end
	from (select regexp_replace(typed, '[^0-9]', '', 'g') as d) x;
$$;
comment on function channels_api.phone_of is 'A sender as the operator writes it, as E.164; old numbers of 8 digits get their 01. Null for a short code or a name.';

-- The person of a telephone: only when he verified it, and alone.
create function channels_api.owner_of(phone text) returns bigint
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select case when count(*) = 1 then min(c.person_id) end from base.contacts c
	where c.kind = 'phone' and c.value = owner_of.phone and c.verified_at is not null;
$$;
comment on function channels_api.owner_of is 'Who verified this telephone as his own; nobody when several did.';

create function channels_api.say_state(person bigint) returns text
	language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
	words text;
	next_on date;
	total int;
begin
	select string_agg(x.line, '. ' order by x.n), max(x.total) into words, total from (
		select r.number || ' ' || s.person_label || case when r.due_on is not null and s.turn_code = 'nous' then ' (avant le ' || to_char(r.due_on, 'DD/MM') || ')' else '' end as line,
			row_number() over (order by r.filed_at desc) as n, count(*) over () as total
		from requests.requests r join requests.states s using (state_code)
		where r.person_id = say_state.person and s.turn_code <> 'fini' order by r.filed_at desc limit 2) x;
	select a.next_step_date into next_on from career.agents a where a.person_id = say_state.person;
	return coalesce('Demandes en cours : ' || total || '. ' || words || '. ', 'Aucune demande en cours. ')
		|| case when next_on is not null then 'Prochain échelon : ' || to_char(next_on, 'DD/MM/YYYY') || '.' else '' end;
end $$;
comment on function channels_api.say_state is 'What a consultation by SMS may say, and nothing more: own requests under way, next step due.';

create function channels_api.say_views(person bigint) returns text
	language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
	select case when count(*) = 0 then 'Personne n''a ouvert votre dossier depuis 90 jours.'
		else 'Dossier ouvert ' || max(v.total) || ' fois en 90 jours : ' || string_agg(to_char(v.at, 'DD/MM') || ' ' || v.place, ', ' order by v.at desc)
			|| '. Motifs : page Qui m''a consulté.' end
	from (select c.at, coalesce(s.code, 'ministère') as place, count(*) over () as total from base.consultations c left join base.structures s using (structure_id)
		where c.person_id = say_views.person and c.at > now() - interval '90 days' order by c.at desc limit 3) v;
$$;
comment on function channels_api.say_views is 'Who opened a file lately, in one SMS.';

create function channels_api.say_request(typed text, code text) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	found record;
begin
	if to_regprocedure('requests_api.followed(text,text)') is null then
		return null;
	end if;
	select r.number, s.person_label, s.turn_code, r.due_on, st.code as place into found
	from requests.requests r join requests.states s using (state_code) join base.structures st using (structure_id)
	where r.request_id = requests_api.followed(say_request.typed, say_request.code);
	if found.number is null then
		return null;
	end if;
	return found.number || ' : ' || found.person_label || '. ' || case found.turn_code when 'vous' then 'Répondez dans Mes demandes ou au guichet.'
		when 'nous' then 'Bureau : ' || found.place || case when found.due_on is not null then '. Réponse avant le ' || to_char(found.due_on, 'DD/MM/YYYY') || '.' else '.' end
		else 'La réponse est dans Mes demandes.' end;
end $$;
comment on function channels_api.say_request is 'Where a request is, for whoever gives its number and its code; null when they do not belong together.';

-- What a message asks, from its words alone.
create function channels_api.verb_of(words text[]) returns text
	language sql immutable parallel safe
as $$
	select case
		when words[1] in ('AIDE', 'HELP', 'INFO') then 'aide'
		when words[1] in ('STOP', 'ARRET', 'STOPSMS') then 'stop'
		when words[1] in ('REPRISE', 'START') then 'reprise'
		when words[1] = 'QUI' then 'qui'
		when words[1] = 'SUIVI' then 'suivi'
		when words[1] ~ '^[0-9]{8}$' and cardinality(words) = 2 then 'carriere'
		when words[1] ~ '^[0-9]{8}[A-Z0-9/.-]+$' and cardinality(words) = 1 then 'carriere'
		when words[1] ~ '^[0-9]{6}$' and cardinality(words) = 1 then 'code'
		else 'inconnu' end;
$$;
comment on function channels_api.verb_of is 'The order in a message, folded to capitals and cut in words.';

create function channels_api.career_code(phone text, typed text) returns text
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	first_day date;
	badge text := substr(typed, 9);
	agent record;
	code  text;
begin
	if accounts_api.count_try('sms-matricule:' || badge, 5, '1 hour') > 0 or accounts_api.count_try('sms-carriere:' || phone, 5, '1 hour') > 0 then
		return null;
	end if;
	begin
		first_day := make_date(substr(typed, 5, 4)::int, substr(typed, 3, 2)::int, substr(typed, 1, 2)::int);
	exception when others then
		return null;
	end;
	select a.person_id into agent from career.agents a where a.matricule = badge and a.first_service_date = first_day;
	if agent.person_id is null then
		return null;
	end if;
	-- Six digits from the generator of UUIDs: pgcrypto is not asked for.
	code := lpad(((('x' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 8))::bit(32)::bigint) % 1000000)::text, 6, '0');
	update channels.consultation_codes c set used_at = now() where c.phone = career_code.phone and c.used_at is null;
	insert into channels.consultation_codes (phone, person_id, code_hash, expires_at)
	values (career_code.phone, agent.person_id, sha256(convert_to(career_code.phone || ':' || code, 'UTF8')), now() + interval '15 minutes');
	return code;
end $$;
comment on function channels_api.career_code is 'The code for a matricule with the date of first service that belongs to it; null otherwise, without saying which was wrong. Five tries an hour, by matricule and by telephone.';

create function channels_api.career_say(phone text, code text) returns bigint
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	opened channels.consultation_codes;
begin
	if accounts_api.count_try('sms-code:' || phone, 5, '15 minutes') > 0 then
		return null;
	end if;
	update channels.consultation_codes c set used_at = now()
	where c.phone = career_say.phone and c.used_at is null and c.expires_at > now() and c.code_hash = sha256(convert_to(career_say.phone || ':' || code, 'UTF8'))
	returning * into opened;
	if opened.code_id is null then
		return null;
	end if;
	perform base_api.note('machine', 'sms.consultation', 'compte ' || opened.person_id, 'fait', '{}');
	-- The owner hears of it where he is known to read, unless it is his own telephone that asked.
	perform channels_api.notify(opened.person_id, 'sms.consultation', jsonb_build_object('telephone', accounts_api.mask(phone),
		'moment', to_char(now() at time zone 'Africa/Porto-Novo', 'DD/MM/YYYY à HH24') || ' h ' || to_char(now(), 'MI')), phone);
	return opened.person_id;
end $$;
comment on function channels_api.career_say is 'Whose file a code opens, once, from the telephone that asked it; null otherwise. The owner is told.';

create function channels_api.understand(phone text, body text, out verb text, out result text, out answer text, out who bigint)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	words text[] := regexp_split_to_array(btrim(regexp_replace(upper(public.unaccent('public.unaccent', left(body, 300))), '[[:space:],;:?!]+', ' ', 'g')), ' ');
begin
	verb := channels_api.verb_of(words);
	result := 'repondu';
	case verb
	when 'aide' then
		answer := 'SUIVI numero code : état d''une demande. JJMMAAAA matricule : votre dossier. QUI : qui l''a ouvert. STOP : plus de SMS. REPRISE : de nouveau.';
	when 'stop' then
		insert into channels.stops (phone) values (understand.phone) on conflict do nothing;
		answer := 'Vous ne recevrez plus de SMS du Guichet, sauf vos codes de sécurité. Pour en recevoir de nouveau : REPRISE.';
	when 'reprise' then
		delete from channels.stops s where s.phone = understand.phone;
		answer := 'Vous recevrez de nouveau les SMS du Guichet. Pour arrêter : STOP.';
	when 'suivi' then
		if accounts_api.count_try('sms-suivi:' || phone, 8, '1 hour') = 0 and cardinality(words) between 3 and 5 then
			answer := channels_api.say_request(words[2], array_to_string(words[3:], ''));
		end if;
		if answer is null then
			result := 'refuse';
			answer := 'Numéro ou code non reconnu. Ecrivez SUIVI, le numéro de la demande et son code, comme sur le reçu : SUIVI REQ123456 7KD29QX4';
		end if;
	when 'carriere' then
		answer := channels_api.career_code(phone, array_to_string(words, ''));
		if answer is null then
			result := 'refuse';
			answer := 'Date ou matricule non reconnus. Ecrivez la date de votre première prise de service puis le matricule : 01102010 12345';
		else
			answer := 'Votre code : ' || answer || '. Répondez par ce code avant 15 minutes pour lire l''état de vos demandes et votre prochain échelon.';
		end if;
	when 'code' then
		who := channels_api.career_say(phone, words[1]);
		if who is null then
			result := 'refuse';
			answer := 'Code faux, déjà utilisé ou trop ancien. Demandez-en un autre : date de première prise de service, puis matricule.';
		else
			answer := channels_api.say_state(who);
		end if;
	when 'qui' then
		who := channels_api.owner_of(phone);
		if who is null then
			result := 'refuse';
			answer := 'Ce téléphone n''est pas vérifié dans un compte du Guichet, ou l''est dans plusieurs. Ajoutez-le dans Mon compte, puis renvoyez QUI.';
		else
			answer := channels_api.say_views(who);
		end if;
	else
		result := 'refuse';
		answer := 'Message non compris. Envoyez AIDE pour la liste des mots. Guichet, ministère du Travail et de la Fonction publique.';
	end case;
end $$;
comment on function channels_api.understand is 'Does what an SMS asks and says what to answer.';

create function channels_api.receive(gateway_id text, sender text, body text) returns table (answer text)
	language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
as $$
declare
	phone text := channels_api.phone_of(sender);
	most  int := notify_api.setting('sms.hourly_most', 12)::int;
	made  bigint;
	heard record;
begin
	insert into channels.incoming (gateway_id, phone, body) values (receive.gateway_id, coalesce(phone, left(sender, 20)), left(receive.body, 500))
	on conflict on constraint incoming_gateway_id_key do nothing returning incoming_id into made;
	if made is null then
		-- Heard already: the gateway did not get the answer.
		return query select i.answer from channels.incoming i where i.gateway_id = receive.gateway_id;
		return;
	end if;
	if phone is null or accounts_api.count_try('sms:' || phone, most + 1, '1 hour') > 0 then
		update channels.incoming i set verb_code = 'trop', result_code = 'silence', body = null where i.incoming_id = made;
		return query select null::text;
		return;
	end if;
	if exists (select from accounts.attempts a where a.bucket = 'sms:' || phone and a.tries > most and a.since > now() - interval '1 hour') then
		update channels.incoming i set verb_code = 'trop', result_code = 'refuse', body = null,
			answer = 'Trop de messages depuis ce téléphone. Réessayez dans une heure.' where i.incoming_id = made;
	else
		heard := channels_api.understand(phone, receive.body);
		update channels.incoming i set verb_code = heard.verb, result_code = heard.result, answer = heard.answer, person_id = heard.who where i.incoming_id = made;
	end if;
	return query select i.answer from channels.incoming i where i.incoming_id = made;
end $$;
comment on function channels_api.receive is 'One SMS received, answered once: the same number of the gateway gets the same answer and does nothing again. Past the limit of an hour one answer says so, then silence.';

revoke execute on all functions in schema channels_api from public;
grant execute on function channels_api.receive to web_machine;
grant execute on function channels_api.my_messages, channels_api.my_preferences, channels_api.my_ways, channels_api.set_preferences, channels_api.resume_phone to web_account;
grant execute on function channels_api.texts, channels_api.figures, channels_api.costs, channels_api.price, channels_api.failures, channels_api.received, channels_api.partners to web_admin;
reset role;
