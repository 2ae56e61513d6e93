-- Notices as data: texts checked, facts put in once, wishes kept; who may read and call what; places of appointments.
begin;
select no_plan();

-- Row security, and nobody's rights on the tables.
select ok(c.relrowsecurity and c.relforcerowsecurity, c.oid::regclass || ': row security enabled and forced')
from pg_class c where c.oid = any (array['channels.preferences', 'channels.stops', 'channels.incoming', 'channels.consultation_codes', 'channels.partners', 'channels.partner_tokens',
	'channels.intakes', 'channels.intake_files', 'notify.reports', 'appointments.bookings', 'appointments.exceptions']::regclass[]);
select is(has_any_column_privilege(r, t, 'SELECT, INSERT, UPDATE'), false, r || ' has no right on ' || t)
from unnest(array['gate', 'worker', 'web_public', 'web_account', 'web_admin', 'web_machine', 'web_booking', 'web_clerk']) r,
	unnest(array['channels.preferences', 'channels.stops', 'channels.incoming', 'channels.consultation_codes', 'channels.partners', 'channels.partner_tokens', 'channels.intakes', 'notify.reports']) t;
select is(has_function_privilege(r, p.oid, 'EXECUTE'), r = 'web_machine' and p.proname in ('receive', 'partner', 'intake')
	or r = 'web_account' and p.proname in ('my_messages', 'my_preferences', 'my_ways', 'set_preferences', 'resume_phone')
	or r = 'web_admin' and p.proname in ('texts', 'figures', 'costs', 'price', 'failures', 'received', 'partners', 'partner_list', 'partner_one', 'partner_keys',
		'add_partner', 'new_key', 'revoke_key', 'suspend_partner')
	or r in ('web_booking', 'web_booking_desk') and p.proname in ('day_words', 'hour_words'), r || ' calls channels_api.' || p.proname)
from pg_proc p, unnest(array['web_machine', 'web_account', 'web_admin', 'web_booking', 'web_booking_desk', 'web_public', 'gate', 'worker']) r where p.pronamespace = 'channels_api'::regnamespace;
select is(has_function_privilege(r, 'notify_api.report(bigint, int, text)', 'EXECUTE'), r = 'web_machine', r || ' reports SMS') from unnest(array['web_machine', 'web_public', 'gate', 'worker']) r;

-- Texts.
select is(channels_api.fill('Bonjour {nom}, {numero} : {nom}.', '{"nom": "Afi {numero}", "numero": "REQ1"}'), 'Bonjour Afi {numero}, REQ1 : Afi {numero}.', 'a fact is put in, never looked at for more');
select is(channels_api.fill(null, '{}'), null, 'no text, no text');
set local role guichet_owner;
select throws_like($$ update channels.messages set sms = 'Demande {inconnu}' where event_code = 'demande.recue' $$, '%{inconnu}%', 'a text that names what its event does not give is refused');
select throws_like($$ update channels.messages set body = 'Bonjour {nom, suite du texte' where event_code = 'demande.recue' $$, '%accolades%', 'a brace left open too');
select throws_like($$ update channels.messages set subject = E'un\ndeux {numero}' where event_code = 'demande.recue' $$, '%une ligne%', 'and a subject of two lines');
select lives_ok($$ update channels.messages set sms = 'Demande {numero} de {nom}' where event_code = 'demande.recue' $$, 'its facts and the name are known');
select is((select count(*) from channels.events e where e.event_code not in ('avis', 'compte.code') and not exists (select from channels.messages m where m.event_code = e.event_code)), 0::bigint,
	'every event has its text');

-- Writing to a person.
insert into base.persons (person_id, family_name, given_names) overriding system value values (990001, 'TOSSOU', 'Afi'), (990002, 'ZINSOU', 'Kofi');
insert into base.contacts (person_id, kind, value, verified_at, origin) values (990001, 'email', 'afi@essai.bj', now(), 'person'), (990001, 'phone', '+2290197990001', now(), 'person'),
	(990001, 'email', 'autre@essai.bj', null, 'person'), (990002, 'phone', '+2290197990002', null, 'record');
select is(channels_api.notify(990001, 'demande.remise', '{"numero": "REQ1", "service": "Essai", "ou": "ici"}'), 2, 'a notice goes to verified contacts, by both ways');
select is((select string_agg(channel || ' ' || recipient, ', ' order by channel, recipient) from base.outbox where person_id = 990001), 'email afi@essai.bj, sms +2290197990001', 'not to an address that nobody verified');
select is(channels_api.notify(990002, 'demande.remise', '{"numero": "REQ1", "service": "Essai", "ou": "ici"}'), 1, 'what the State knows serves too');
select throws_like($$ select channels_api.notify(990001, 'demande.remise', '{"numero": "REQ1"}') $$, '%service%', 'a fact that is missing is a fault');
select throws_like($$ select channels_api.notify(990001, 'rien', '{}') $$, '%rien%', 'so is an event that is none');
delete from base.outbox where person_id in (990001, 990002);
insert into channels.preferences values (990001, 'demandes', true, false);
select is(channels_api.notify(990001, 'demande.remise', '{"numero": "REQ1", "service": "Essai", "ou": "ici"}'), 1, 'no SMS of a kind for which he does not want any');
select is(channels_api.notify(990001, 'acte.signe', '{"acte": "A", "reference": "R"}'), 2, 'the other kinds as before');
insert into channels.stops (phone) values ('+2290197990001');
select is(channels_api.notify(990001, 'acte.signe', '{"acte": "A", "reference": "R"}'), 1, 'a number that said STOP gets none');
select is(channels_api.notify(990001, 'demande.avance', '{"numero": "R", "service": "S", "etat": "E", "bureau": "B"}'), 1, 'an event without SMS writes an e-mail only');
delete from base.outbox where person_id = 990001;
select base_api.tell(990001, 'Objet', 'Corps', 'court', 'afi@essai.bj');
select is((select string_agg(channel || ' ' || recipient, ', ' order by channel, recipient) from base.outbox where person_id = 990001), null, 'the old way to tell obeys the same wishes, and leaves out whom it is told to');

-- SMS received.
select is(channels_api.phone_of(x.typed), x.wanted, 'sender ' || x.typed) from (values ('+2290197000001', '+2290197000001'), ('2290197000001', '+2290197000001'), ('002290197000001', '+2290197000001'),
	('22997000001', '+2290197000001'), ('97000001', '+2290197000001'), ('01 97 00 00 01', '+2290197000001'), ('+33612345678', '+33612345678'), ('MOOV', null), ('8899', null)) x (typed, wanted);
select is(channels_api.verb_of(x.words::text[]), x.wanted, 'words ' || x.words) from (values ('{SUIVI,REQ1,ABC}', 'suivi'), ('{01102010,20417}', 'carriere'), ('{0110201020417}', 'carriere'), ('{123456}', 'code'),
	('{QUI}', 'qui'), ('{STOP}', 'stop'), ('{BONJOUR}', 'inconnu'), ('{123}', 'inconnu')) x (words, wanted);

-- Places: the week, capacity, days that differ, holidays.
insert into base.structures (structure_id, code, name, kind) overriding system value values (990001, 'ESSAI-RDV', 'Essai', 'service');
insert into appointments.desks (desk_id, code, structure_id, name, address, slot_minutes) overriding system value values (990001, 'essai', 990001, 'Essai', 'Essai', 30);
insert into appointments.hours (desk_id, weekday, starts, ends, capacity) values (990001, 1, '08:00', '10:00', 2), (990001, 1, '09:00', '10:00', 1);
select is((select string_agg(at || '=' || capacity, ' ' order by at) from appointments_api.places(990001, '2027-02-01', '2027-02-02')), '08:00:00=2 08:30:00=2 09:00:00=3 09:30:00=3',
	'a Monday: half hours, capacities added, nothing on Tuesday');
select is((select count(*) from appointments_api.places(990001, '2027-03-29', '2027-03-29')), 0::bigint, 'Easter Monday is a holiday');
insert into appointments.exceptions (desk_id, day, reason) values (990001, '2027-02-08', 'fermé');
insert into appointments.exceptions (desk_id, day, starts, ends, capacity, reason) values (990001, '2027-02-09', '14:00', '15:00', 4, 'ouvert');
select is((select string_agg(day || ' ' || at || '=' || capacity, ' ' order by at) from appointments_api.places(990001, '2027-02-08', '2027-02-09')), '2027-02-09 14:00:00=4 2027-02-09 14:30:00=4',
	'a day closed, a day with hours of its own');
select * from finish();
rollback;
