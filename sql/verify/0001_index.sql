-- References as people copy them from a paper: spaces, bars and capitals do not count (verify_api.fold_reference).
set role guichet_owner;
create index documents_folded_reference on acts.documents (upper(regexp_replace(reference, '[^[:alnum:]]+', '', 'g')))
	where type_code <> 'copie';
reset role;
