-- The portal's own reads. Dropped and rebuilt.
drop schema if exists portal_api cascade;
create schema portal_api authorization guichet_owner;
grant usage on schema portal_api to gate, web_public, web_inspector;
set role guichet_owner;

create function portal_api.outbox()
	returns table (made_at timestamptz, channel_code text, recipient text, subject text, body text, state_code text)
	language sql stable security definer set search_path = base, pg_temp
as $$
	select o.made_at, o.channel, o.recipient, o.subject, o.body, o.state_code
	from base.outbox o
	where coalesce((select p.value from base.parameters p where p.name = 'demonstration' and p.valid_from <= current_date
		order by p.valid_from desc limit 1), 'false') = 'true'
	order by o.message_id desc limit 100;
$$;
comment on function portal_api.outbox is 'The latest messages, shown on a page in a demonstration only: empty unless the parameter "demonstration" is true.';
revoke execute on function portal_api.outbox from public;
grant execute on function portal_api.outbox to web_public;

create function portal_api.views(before_id bigint, words text)
	returns table (id bigint, at timestamptz, viewer text, structure_name text, role_name text, person text, what text, reason text)
	language sql stable security definer set search_path = base, pg_temp
as $$
	select c.consultation_id, c.at, concat_ws(' ', v.given_names, v.family_name), s.name, r.name, concat_ws(' ', p.given_names, p.family_name), c.what, c.reason
	from base.consultations c
	join base.persons v on v.person_id = c.viewer_id
	join base.persons p on p.person_id = c.person_id
	left join base.structures s on s.structure_id = c.structure_id
	left join base.roles r on r.role_code = c.role_code
	where (before_id is null or (c.at, c.consultation_id) < (select b.at, b.consultation_id from base.consultations b where b.consultation_id = before_id))
		and (words is null or base.fold(concat_ws(' ', v.given_names, v.family_name, '|', p.given_names, p.family_name)) like
			'%' || replace(replace(replace(base.fold(words), '\', ''), '%', ''), '_', '') || '%')
	order by c.at desc, c.consultation_id desc limit 51;
$$;
comment on function portal_api.views is 'Who opened which file and why, newest first: 51 rows before a given one, of people whose name holds the words.';
revoke execute on function portal_api.views from public;
grant execute on function portal_api.views to web_inspector;

-- What was done, as people say it; a verb that is not listed is shown as it is kept.
create function portal_api.verb_label(verb text) returns text
	language sql immutable parallel safe
	return coalesce((select l.label from (values
		('session.essai', 'Essai de connexion'), ('session.secret', 'Mot de passe juste'), ('session.second', 'Second facteur'),
		('session.ouverture', 'Connexion'), ('session.fin', 'Fin de session'), ('activation.demande', 'Demande d’activation'),
		('inscription.demande', 'Demande d’inscription'), ('compte.ouverture', 'Ouverture d’un compte'),
		('compte.ferme', 'Fermeture d’un compte'), ('compte.actif', 'Réouverture d’un compte'),
		('mot_de_passe.demande', 'Réinitialisation demandée'), ('mot_de_passe.perdu', 'Mot de passe oublié'),
		('mot_de_passe.change', 'Mot de passe changé'), ('code.essai', 'Essai d’un code'), ('contact.ajout', 'Contact ajouté'),
		('contact.retrait', 'Contact retiré'), ('second.debut', 'Second facteur activé'), ('second.fin', 'Second facteur retiré'),
		('second.codes', 'Codes de secours renouvelés'), ('habilitation.octroi', 'Rôle proposé'),
		('habilitation.confirmation', 'Rôle confirmé'), ('habilitation.retrait', 'Rôle retiré'), ('export', 'Export d’une liste'),
		('key.registered', 'Clé du sceau enregistrée'), ('key.retired', 'Clé du sceau retirée'),
		('certificat_vie.enregistrement', 'Certificat de vie enregistré'), ('certificat_vie.retrait', 'Certificat de vie retiré'), ('retraite.recherche', 'Recherche d’un retraité'),
		('pension.adresse', 'Adresse d’un retraité changée'), ('pension.compte_demande', 'Changement de compte de pension demandé'), ('pension.compte_arrete', 'Changement de compte de pension arrêté'),
		('reversion.debut', 'Demande de réversion commencée'), ('reversion.envoi', 'Demande de réversion envoyée'), ('reversion.complement', 'Complément de réversion demandé'),
		('reversion.admission', 'Demande de réversion admise'), ('reversion.rejet', 'Demande de réversion non admise'),
		('envoi', 'Fichier envoyé'), ('controle', 'Fichier contrôlé'), ('import', 'Import demandé'), ('abandon', 'Import abandonné'),
		('attestation.demande', 'Attestation demandée'), ('attestation.retrait', 'Demande d’attestation retirée'),
		('attestation.delivrance', 'Attestation délivrée'), ('attestation.etablie', 'Point établi pour une attestation'),
		('attestation.verification', 'Dossier d’attestation vérifié de nouveau'), ('attestation.refus', 'Attestation refusée'),
		('attestation.annulation', 'Attestation annulée'),
		('depot', 'Demande déposée'), ('prendre', 'Demande prise en charge'), ('affecter', 'Demande affectée'), ('demander', 'Pièce demandée'), ('proposer', 'Réponse proposée'),
		('viser', 'Réponse visée'), ('signer', 'Réponse signée'), ('renvoyer', 'Réponse renvoyée'), ('scellement', 'Document scellé'), ('remise', 'Réponse remise'), ('rejet', 'Demande rejetée'),
		('confier', 'Demande confiée aux attestations'), ('joindre', 'Copie d’acte jointe'), ('partenaire.ajout', 'Partenaire admis'), ('partenaire.cle', 'Clé de partenaire faite'),
		('partenaire.cle_retiree', 'Clé de partenaire retirée'), ('partenaire.suspendu', 'Partenaire suspendu'), ('partenaire.admis', 'Partenaire admis de nouveau'),
		('rdv.plage', 'Semaine d’un bureau changée'), ('rdv.reglages', 'Bureau réglé'), ('rdv.jour', 'Jour particulier d’un bureau')
	) l(verb, label) where l.verb = verb_label.verb), verb_label.verb);
comment on function portal_api.verb_label is 'A verb of the audit journal in words.';
revoke execute on function portal_api.verb_label from public;
grant execute on function portal_api.verb_label to web_inspector;

create function portal_api.deeds(before_id bigint, words text)
	returns table (id bigint, at timestamptz, person text, verb text, object text, result_code text, permission text)
	language sql stable security definer set search_path = base, pg_temp
as $$
	select a.audit_id, a.at, concat_ws(' ', p.given_names, p.family_name), portal_api.verb_label(a.verb),
		coalesce('compte de ' || (select concat_ws(' ', o.given_names, o.family_name) from base.persons o
			where a.object ~ '^compte [0-9]+$' and o.person_id = substr(a.object, 8)::bigint), a.object), a.result, a.permission
	from base.audit a left join base.persons p on p.person_id = a.person_id
	where (before_id is null or a.audit_id < before_id)
		and (words is null or base.fold(concat_ws(' ', p.given_names, p.family_name)) like
			'%' || replace(replace(replace(base.fold(words), '\', ''), '%', ''), '_', '') || '%')
	order by a.audit_id desc limit 51;
$$;
comment on function portal_api.deeds is 'What was done and by whom, newest first: 51 rows before a given one, of people whose name holds the words.';
revoke execute on function portal_api.deeds from public;
grant execute on function portal_api.deeds to web_inspector;
reset role;
