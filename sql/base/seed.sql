-- Roles and permissions: the same rows as src/app/permissions.c; `guichet check` compares them. Idempotent.
set role guichet_owner;
insert into base.permissions (permission, db_role, bit) values
	('account.own',           'web_account',   0),
	('account.second_factor', 'web_pending',   1),
	('career.own',            'web_self',      2),
	('career.consult',        'web_clerk',     3),
	('career.export',         'web_export',    4),
	('import.personnel',      'web_import',    5),
	('journal.inspect',       'web_inspector', 6),
	('accounts.admin',        'web_admin',     7),
	('acts.work',             'web_acts',      8),
	('acts.sign',             'web_sign',      9),
	('advancement.run',       'web_advancement', 10),
	('certificates.desk',     'web_certificates', 11),
	('archive.work',          'web_archive',  12),
	('requests.own',          'web_requester', 13),
	('requests.desk',         'web_desk',     14),
	('services.manage',       'web_catalogue', 15),
	('appointments.own',      'web_booking',  20),
	('appointments.desk',     'web_booking_desk', 21),
	('pensions.desk',         'web_pensions', 22),
	('payroll.compare',       'web_payroll',  23),
	('life.desk',             'web_life',     24),
	('pensions.claim',        'web_claimant', 25)
on conflict (permission) do update set db_role = excluded.db_role, bit = excluded.bit;

insert into base.roles (role_code, name, is_staff) values
	('citizen',       'Usager', false),
	('agent',         'Agent de l’État', false),
	('pensioner',     'Retraité ou ayant cause', false),
	('focal_point',   'Point focal communal', true),
	('clerk',         'Gestionnaire', true),
	('manager',       'Chef de division ou de service, directeur', true),
	('signatory',     'Signataire', true),
	('archivist',     'Archiviste', true),
	('pension_officer', 'Gestionnaire des pensions', true),
	('pension_controller', 'Contrôleur des pensions', true),
	('pension_chief', 'Chef du service des pensions', true),
	('payroll_officer', 'Gestionnaire de la solde', true),
	('executive',     'Coordination, SGM, directeur de cabinet, ministre', true),
	('inspector',     'Inspection (IGSEP)', true),
	('administrator', 'Administrateur', true),
	('partner',       'Système partenaire', false)
on conflict (role_code) do update set name = excluded.name, is_staff = excluded.is_staff;

delete from base.role_permissions;
insert into base.role_permissions (role_code, permission) values
	('citizen', 'account.own'),
	('agent', 'account.own'), ('agent', 'career.own'),
	('pensioner', 'account.own'), ('pensioner', 'career.own'),
	('focal_point', 'account.own'),
	('clerk', 'account.own'), ('clerk', 'career.consult'), ('clerk', 'career.export'), ('clerk', 'import.personnel'),
	('clerk', 'acts.work'), ('clerk', 'advancement.run'), ('clerk', 'certificates.desk'),
	('manager', 'account.own'), ('manager', 'career.consult'), ('manager', 'career.export'), ('manager', 'import.personnel'),
	('manager', 'acts.work'), ('manager', 'acts.sign'), ('manager', 'advancement.run'), ('manager', 'certificates.desk'),
	('signatory', 'account.own'), ('signatory', 'career.consult'), ('signatory', 'acts.work'), ('signatory', 'acts.sign'),
	('archivist', 'account.own'), ('archivist', 'career.consult'), ('archivist', 'archive.work'),
	('pension_officer', 'account.own'), ('pension_officer', 'career.consult'), ('pension_officer', 'pensions.desk'), ('pension_officer', 'life.desk'),
	('pension_controller', 'account.own'), ('pension_controller', 'career.consult'), ('pension_controller', 'pensions.desk'),
	('pension_chief', 'account.own'), ('pension_chief', 'career.consult'), ('pension_chief', 'pensions.desk'), ('pension_chief', 'payroll.compare'),
	('payroll_officer', 'account.own'), ('payroll_officer', 'payroll.compare'),
	('focal_point', 'life.desk'), ('clerk', 'pensions.desk'),
	('executive', 'account.own'),
	('inspector', 'account.own'), ('inspector', 'journal.inspect'),
	('administrator', 'account.own'), ('administrator', 'accounts.admin');
insert into base.role_permissions (role_code, permission)
	select r.role_code, 'requests.own' from base.role_permissions r where r.permission = 'account.own'
	union all select r.role_code, 'pensions.claim' from base.role_permissions r where r.permission = 'account.own'
	union all values ('clerk', 'requests.desk'), ('manager', 'requests.desk'), ('signatory', 'requests.desk'),
		('manager', 'services.manage'), ('administrator', 'services.manage');
insert into base.role_permissions (role_code, permission) values
	('citizen', 'appointments.own'), ('agent', 'appointments.own'), ('pensioner', 'appointments.own'),
	('focal_point', 'appointments.desk'), ('clerk', 'appointments.desk'), ('manager', 'appointments.desk');
reset role;
