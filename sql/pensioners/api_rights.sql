-- Who may call what. Rebuilt last.
set role guichet_owner;
revoke execute on all functions in schema pensioners_api from public;
grant execute on function pensioners_api.my_life, pensioners_api.my_pension, pensioners_api.my_booklet, pensioners_api.my_amounts, pensioners_api.my_accounts, pensioners_api.my_certificates,
	pensioners_api.my_addresses, pensioners_api.my_notices, pensioners_api.communes, pensioners_api.my_fresh, pensioners_api.change_address, pensioners_api.ask_account,
	pensioners_api.stop_my_account, pensioners_api.my_receipt to web_self;
grant execute on function pensioners_api.stop_page, pensioners_api.stop_by_link to web_public;
grant execute on function pensioners_api.find, pensioners_api.open_person, pensioners_api.person_certificates, pensioners_api.record_life, pensioners_api.life_receipt, pensioners_api.stop_life,
	pensioners_api.my_day, pensioners_api.waiting_account, pensioners_api.stop_account_at_desk, pensioners_api.due_list, pensioners_api.due_counts,
	pensioners_api.due_export to web_life;
grant execute on function pensioners_api.claim, pensioners_api.claim_survivors, pensioners_api.claim_papers, pensioners_api.claim_thread, pensioners_api.claim_paper_file,
	pensioners_api.share_values, pensioners_api.share_base to web_claimant, web_life, web_pensions;
grant execute on function pensioners_api.claim_paper_kinds, pensioners_api.my_claims, pensioners_api.identify, pensioners_api.begin_claim, pensioners_api.add_survivor, pensioners_api.drop_survivor,
	pensioners_api.may_add_paper, pensioners_api.add_paper, pensioners_api.drop_paper, pensioners_api.file_claim, pensioners_api.drop_claim to web_claimant, web_life;
grant execute on function pensioners_api.desk_counts, pensioners_api.desk_claims, pensioners_api.export_claims, pensioners_api.open_claim, pensioners_api.claim_warnings,
	pensioners_api.claim_reasons, pensioners_api.ask_complement, pensioners_api.reject_claim, pensioners_api.admit_claim to web_pensions;
grant execute on function pensioners_api.daily to worker;
reset role;
