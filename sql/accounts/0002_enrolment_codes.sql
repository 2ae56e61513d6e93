-- Staff put their first second factor in place only after a code sent to a known contact: a stolen password is not enough.
set role guichet_owner;
alter table accounts.codes drop constraint codes_purpose_check;
alter table accounts.codes add constraint codes_purpose_check
	check (purpose in ('activation', 'inscription', 'mot_de_passe', 'contact', 'second'));
reset role;
