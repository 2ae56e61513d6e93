/* Staff, accounts with their logins, roles granted and confirmed by two others, and consultations already made. */
#include <sodium.h>

#include "demo/accounts.h"
#include "demo/load.h"

static int64_t
account_person(struct load *load, const struct account *account)
{
	if (account->matricule != NULL)
		return rows_int(WORK_QUERY(load->work, "select person_id as id from career.agents where matricule = $1",
			ARG(account->matricule)), 0, "id");
	return rows_int(WORK_QUERY(load->work, "insert into base.persons (family_name, given_names, sex, birth_date) "
		"values ($1, $2, $3, date '1975-01-01' + (length($1) * 311)::int) returning person_id as id",
		ARG(account->family), ARG(account->given), ARG(account->sex == 'F' ? "F" : "M")), 0, "id");
}

static bool
account_open(struct load *load, const struct account *account, int64_t person)
{
	unsigned char secret[TOTP_SIZE];
	char hash[crypto_pwhash_STRBYTES];
	struct value totp = ARG_NULL;

	if (crypto_pwhash_str(hash, account->password, strlen(account->password), 2, (size_t)64 << 20) != 0)
		return false;
	if (account->is_staff) {
		account_totp(account, secret);
		totp = ARG_BYTES(((str){ (const char *)secret, sizeof(secret) }));
	}
	return WORK_QUERY(load->work, "insert into accounts.accounts (person_id, password_hash, state_code, totp_secret, password_changed_at) "
			"values ($1, $2, 'actif', $3, now())", ARG(person), ARG((const char *)hash), totp) != NULL
		&& WORK_QUERY(load->work, "insert into accounts.logins (login, kind, person_id) values ($1, 'email', $2)",
			ARG(account->login), ARG(person)) != NULL
		&& (account->matricule == NULL || WORK_QUERY(load->work,
			"insert into accounts.logins (login, kind, person_id) values ($1, 'matricule', $2)",
			ARG(account->matricule), ARG(person)) != NULL)
		&& WORK_QUERY(load->work, "delete from base.contacts where person_id = $1 and kind = 'email'", ARG(person)) != NULL
		&& WORK_QUERY(load->work, "insert into base.contacts (person_id, kind, value, origin, verified_at) "
			"values ($1, 'email', $2, 'person', now())", ARG(person), ARG(account->login)) != NULL;
}

/* A staff role is granted by one administrator and confirmed by another person; none of them is the holder. */
static bool
account_grant(struct load *load, const struct account *account, int64_t person, const int64_t grantors[3])
{
	int64_t granted = person == grantors[0] ? grantors[1] : grantors[0];
	int64_t confirmed = person == grantors[0] || person == grantors[1] ? grantors[2] : grantors[1];

	/* what comes with being an agent, granted by nobody */
	if (account->matricule != NULL && WORK_QUERY(load->work, "insert into base.assignments (person_id, role_code, valid_from) "
	    "select $1, r.role_code, current_date - 90 from unnest(array['citizen', 'agent']) r (role_code) where r.role_code <> $2",
	    ARG(person), ARG(account->role)) == NULL)
		return false;
	return WORK_QUERY(load->work, "insert into base.assignments (person_id, role_code, structure_id, valid_from, granted_by, confirmed_by) "
		"values ($1, $2, (select s.structure_id from base.structures s where s.code = $3), current_date - 90, $4, $5)",
		ARG(person), ARG(account->role), ARG(account->place), ARG_ID(account->is_staff ? granted : 0),
		ARG_ID(account->is_staff ? confirmed : 0)) != NULL;
}

/* Files already looked at, each time with a reason: by those who have a role for it, in the last three months. */
static bool
consultations_make(struct load *load)
{
	return work_query(load->work,
		"with viewers as ("
		"	select a.person_id, a.role_code, a.structure_id, (row_number() over (order by a.assignment_id) - 1)::int as n, "
		"		s.rank, s.last_rank, count(*) over ()::int as total "
		"	from base.assignments a join base.structures s using (structure_id) "
		"	join base.role_permissions p on p.role_code = a.role_code and p.permission = 'career.consult'"
		"), reasons as (select array['Préparation du tableau d’avancement', 'Vérification d’un rappel d’avancement', "
		"	'Demande d’attestation de validité des services', 'Contrôle avant notification de retraite', "
		"	'Réclamation reçue au guichet', 'Reconstitution de carrière demandée par l’agent', 'Mise à jour après affectation', "
		"	'Numérisation d’un acte ancien'] as list"
		"), visits as ("
		"	select a.person_id, a.structure_rank, k, (a.agent_id * 7 + k * 3)::int as mix "
		"	from career.agents a cross join generate_series(0, 4) k "
		"	where (length(a.matricule) < 6 and k < 3 + a.agent_id % 3) or (a.agent_id % 29 = 0 and k < 1 and a.agent_id < 20000)"
		") "
		"insert into base.consultations (person_id, viewer_id, structure_id, role_code, what, reason, at) "
		"select x.person_id, v.person_id, v.structure_id, v.role_code, 'dossier', r.list[1 + x.mix % 8], "
		"	date_trunc('day', now()) - make_interval(days => 1 + x.mix * 5 % 88, hours => 0) + make_interval(hours => 8 + x.mix % 9, mins => x.mix * 13 % 60) "
		"from visits x cross join reasons r join viewers v on v.n = x.mix % v.total "
		"where x.structure_rank between v.rank and v.last_rank and v.person_id <> x.person_id", NULL, 0) != NULL;
}

bool
load_accounts(struct load *load)
{
	int64_t persons[64] = { 0 }, grantors[3] = { 0 };
	size_t i;

	for (i = 0; i < ACCOUNTS_COUNT; i++) {
		persons[i] = account_person(load, &ACCOUNTS[i]);
		if (persons[i] == 0 || (ACCOUNTS[i].login != NULL && !account_open(load, &ACCOUNTS[i], persons[i])))
			return false;
		if (str_is(str_of(ACCOUNTS[i].role), "administrator"))
			grantors[grantors[0] != 0] = persons[i];
		else if (str_is(str_of(ACCOUNTS[i].role), "executive"))
			grantors[2] = persons[i];
	}
	for (i = 0; i < ACCOUNTS_COUNT; i++)
		if (ACCOUNTS[i].login != NULL && !account_grant(load, &ACCOUNTS[i], persons[i], grantors))
			return false;
	return consultations_make(load);
}
