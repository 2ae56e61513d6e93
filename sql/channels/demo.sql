-- Six months of messages to the people who have an account, SMS received, and a partner. Numbers and texts are invented.
-- The partner's token is "demonstration-portail-national-0123456789abcdef": of the demonstration only.
insert into base.outbox (person_id, channel, recipient, subject, body, event_code, made_at, due_at, sent_at, ended_at, state_code, parts, coding, cost_fcfa, error, tries)
select x.person_id, x.channel, x.recipient, x.subject, x.body, x.event_code, x.at, x.at, x.at + interval '4 seconds',
	case when x.state <> 'envoye' then x.at + interval '9 seconds' end, x.state,
	case when x.channel = 'sms' then case when length(x.body) > 160 then 2 else 1 end end, case when x.channel = 'sms' then 'gsm7' end,
	case when x.channel = 'sms' and x.state <> 'refuse' then 15 * case when length(x.body) > 160 then 2 else 1 end end,
	case x.state when 'refuse' then case x.channel when 'sms' then 'NACK/0x0000000b' else '550 5.1.1 boîte inconnue' end when 'expire' then 'aucun accusé de réception' end, 1
from (
	select c.person_id, case c.kind when 'email' then 'email' else 'sms' end as channel, c.value as recipient,
		case c.kind when 'email' then channels_api.fill(m.subject, f.facts) else '' end as subject,
		case when e.is_secret then '' when c.kind = 'email' then channels_api.fill(m.body, f.facts) else 'Guichet : ' || channels_api.fill(m.sms, f.facts) end as body,
		e.event_code, now() - make_interval(days => ((c.contact_id * 37 + k * 11 + e.rank * 3) % 165)::int, mins => ((c.contact_id * 13 + k * 7) % 600)::int) as at,
		case when (c.contact_id * 7 + k * 3 + e.rank) % 29 = 0 then 'refuse' when (c.contact_id + k * 5 + e.rank) % 31 = 0 and c.kind = 'phone' then 'expire'
			when c.kind = 'email' then 'envoye' else 'remis' end as state
	from base.contacts c join accounts.accounts a using (person_id) join base.persons p using (person_id)
	cross join generate_series(1, 4) k
	join channels.events e on e.event_code in ('demande.recue', 'demande.remise', 'demande.complement', 'rdv.rappel', 'acte.signe') and (c.contact_id + k + e.rank) % 3 = 0
	join channels.messages m using (event_code)
	cross join lateral (select e.facts || jsonb_build_object('nom', concat_ws(' ', p.given_names, p.family_name)) as facts) f
	where m.sms is not null or c.kind = 'email'
) x;
insert into channels.incoming (gateway_id, phone, verb_code, result_code, at)
select 'demo-' || n, '+2290197' || lpad(((n * 7919) % 1000000)::text, 6, '0'),
	(array['suivi', 'suivi', 'suivi', 'carriere', 'code', 'qui', 'aide', 'inconnu', 'stop', 'suivi'])[1 + n % 10], case when n % 7 = 0 then 'refuse' else 'repondu' end,
	now() - make_interval(hours => (n * 5) % 690)
from generate_series(1, 240) n;
insert into channels.partners (code, name, client, service, application_id, minute_most) values
	('portail-national', 'Portail national des services publics', 'BJ/GOV/PNS/portail', 'BJ/GOV/MTFP/guichet/demandes', 'pns-production', 120);
insert into channels.partner_tokens (token_hash, partner_id, label, valid_to)
select sha256(convert_to('demonstration-portail-national-0123456789abcdef', 'UTF8')), p.partner_id, 'démonstration', now() + interval '2 years' from channels.partners p;
