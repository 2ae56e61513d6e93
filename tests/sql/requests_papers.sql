-- Sealed replies, reasons that a form declares, visitors' contacts: what the functions refuse and keep, without the pages. Rolled back.
begin;
select plan(32);
create function pg_temp.sits(who bigint, word text, bits bigint, spans text) returns void language sql as $$
	insert into base.sessions (token_hash, person_id, person_name, permission_bits, ranks, second_factor, idle, expires_at)
	values (sha256(decode(repeat(md5(word), 2), 'hex')), who, word, bits, spans::int4multirange, true, '1 day', now() + interval '1 day') $$;
insert into base.persons (family_name, given_names) values ('AMA', 'Essai') returning person_id as ama \gset
insert into base.persons (family_name, given_names) values ('SIGNE', 'Essai') returning person_id as signer \gset
insert into base.persons (family_name, given_names) values ('REDIGE', 'Essai') returning person_id as author \gset
insert into acts.seal_keys (kid, public_key) values ('2099-test', decode(repeat('ab', 32), 'hex'));
insert into services.forms (form_code, revision, content_hash, content) values ('autorisation-stage', 9001, sha256('essai'), '{"signataire": "Directeur de l’essai", "rejets": ["incomplet", "condition"],
	"document": {"forme": "AUTORISATION", "titre": "de stage", "validite_jours": 30, "reprend": ["ecole", "mois"]},
	"sections": [{"id": "stage", "titre": "Votre stage", "champs": [{"id": "ecole", "titre": "École"}, {"id": "mois", "titre": "Durée, en mois"}, {"id": "lettre", "titre": "Lettre"}]}], "parcours": []}') returning form_id as form \gset
update services.services set form_id = :form where code = 'autorisation-stage';
select request_id as request, number from requests_api.put_request((select s from services.services s where s.code = 'autorisation-stage'), :ama, 'AMA Essai', 'Un stage',
	'[{"section": "Votre stage", "label": "École", "value": "UAC"}, {"section": "Votre stage", "label": "Durée, en mois", "value": "3"}, {"section": "Votre stage", "label": "Lettre", "value": "longue"}]', '{}',
	'[{"etape": "instruction", "titre": "Étude", "bureau": "SRHTE", "jours": 7}, {"etape": "signature", "titre": "Signature", "bureau": "DPAF", "jours": 3}]', 10, 'web') \gset

-- Reasons
select is((select array_agg(r.reason_code order by r.reason_code) from requests_api.reasons_of(:form) r), '{condition,incomplet}', 'the reasons that the form declares');
select is((select count(*) from requests_api.reasons_of(null)), (select count(*) from requests.reasons), 'all of them without a form');
update services.forms set content = content || '{"rejets": ["inconnu"]}' where form_id = :form;
select is((select count(*) from requests_api.reasons_of(:form)), (select count(*) from requests.reasons), 'and when it declares none that exists');

-- The document
select is(requests_api.document_of(:request)->>'quality', 'Directeur de l’essai', 'the document that the form declares, with who signs');
select is((select s.code from base.structures s where s.structure_id = requests_api.numbering_desk(:request)), 'DPAF', 'numbered by the desk that signs');
select is(requests_api.paper_facts((select r from requests.requests r where r.request_id = :request), requests_api.document_of(:request)), '[["École", "UAC"], ["Durée, en mois", "3"]]'::jsonb, 'it takes up what it names, in its order, and no more');
select is((select count(*) from requests_api.seal_begin(:request)), 0::bigint, 'nothing is sealed that is not signed');
insert into requests.replies (request_id, version, outcome_code, body, content_hash, author_id) values (:request, 1, 'favorable', 'Accordé.', sha256('un'), :author) returning reply_id as reply \gset
update requests.requests set state_code = 'scellement', basket_code = 'signer' where request_id = :request;
select throws_ok(format('select * from requests_api.seal_begin(%s)', :request), 'GU409', null, 'nor a reply that nobody signed');
insert into requests.approvals (request_id, reply_id, kind_code, person_id, content_hash) values (:request, :reply, 'signature', :signer, sha256('autre'));
select throws_ok(format('select * from requests_api.seal_begin(%s)', :request), 'GU409', null, 'nor one whose signature is of another text');
update requests.approvals set content_hash = sha256('un') where request_id = :request;
select coalesce(max(last_number), 0) as last from acts.registers r join base.structures s using (structure_id) where s.code = 'DPAF' and series_code = 'acte' and year = extract(year from current_date) \gset
select content, payload, code from requests_api.seal_begin(:request) \gset
select is((:'content'::jsonb)->>'signatory', 'Essai SIGNE', 'in the name of who signed');
select is((:'payload'::jsonb)->>'h', acts_api.base64url(sha256(convert_to(:'content', 'UTF8'))), 'the seal holds for the very content');
select is((:'payload'::jsonb)->>'x', (current_date + 30)::text, 'as long as the form says');
select is((select p.number from requests.papers p where p.request_id = :request), :last + 1, 'the next number of the register');
select lives_ok(format('select requests_api.seal_end(%s, %L, %L, %L, %L, %L, 12)', :request, :'code', :'content', '2099-test', 'a.b.c', repeat('cd', 32)), 'written');
select is((select state_code from requests.requests where request_id = :request), 'finalisee', 'and delivered with it');
select is((select count(*) from requests.attachments a join acts.documents d using (document_id) where a.request_id = :request and a.is_reply and d.type_code = 'certificat' and d.agent_id is null), 1::bigint, 'a citizen''s document, on his request');
select is((select count(*) from requests_api.seal_begin(:request)), 0::bigint, 'the job twice finds nothing to do');
select is((select s.sha256 from requests.attachments a cross join lateral requests_api.stored(a) s where a.request_id = :request and a.is_reply), repeat('cd', 32), 'its file is known');
select is((select count(*) from requests_api.follow_papers(:'number', requests_api.follow_code(:request))), 1::bigint, 'by number and code');
select is((select count(*) from requests_api.follow_papers(:'number', '00000000')), 0::bigint, 'not by a wrong code');
select requests_api.retire_papers(:request, 'annule', 'Essai');
select is((select d.state_code from requests.papers p join acts.documents d using (document_id) where p.request_id = :request), 'annule', 'a document may be taken back');
select throws_ok(format('delete from acts.documents where code = %L', :'code'), 'GU409', null, 'never deleted');
select is(requests_api.hand_over(:request), false, 'no certificate for who is no agent');

-- Contacts of visitors
select is(requests_api.contact_value('phone', '97 11 22 33'), '+2290197112233', 'eight digits become ten');
select is(requests_api.contact_value('phone', '+229 01 97 11 22 33'), '+2290197112233', 'with the country');
select is(requests_api.contact_value('phone', '12345'), null, 'what is no number');
select is(requests_api.contact_value('email', ' Ama@Exemple.BJ '), 'ama@exemple.bj', 'an address');
select set_config('guichet.sid', repeat('0', 64), true);
select location from requests_api.save('requete-plainte-information', 'visite-un', 0, 'requete-plainte-information', 1, '{"telephone": "97112233"}', 1, '[]', '/x');
select is((requests_api.find_draft((select service_id from services.services where code = 'requete-plainte-information'), 'visite-deux')).draft_id, null, 'another browser has no draft');
select throws_ok($$select * from requests_api.file('requete-plainte-information', 'visite-un', 1, 'A', 's', '[]', '[]', 3, 'phone', '97112233')$$, 'GU422', null, 'a contact that is not proved is refused');
select location from requests_api.send_contact_code('requete-plainte-information', 'visite-un', 'phone', '97112233', '192.0.2.7', '/y');
select is((select outcome from requests_api.prove_contact('requete-plainte-information', 'visite-un', 'abcdef')), 'requests.code_wrong', 'a wrong code');
select (regexp_match(body, '[0-9]{6}'))[1] as sent from base.outbox where recipient = '+2290197112233' order by message_id desc limit 1 \gset
select is((select outcome from requests_api.prove_contact('requete-plainte-information', 'visite-un', :'sent')), 'ok', 'the right one');
select location from requests_api.file('requete-plainte-information', 'visite-un', 1, 'A', 's', '[]', '[{"etape": "instruction", "titre": "Lecture", "bureau": "SRU", "jours": 3}]', 3, 'phone', '97112233') \gset
select is((select contact_value from requests.requests where requester_name = 'A' and contact_kind = 'phone' order by request_id desc limit 1), '+2290197112233', 'then it is filed, and answered there');
select * from finish();
rollback;
