-- Who may call what. Rebuilt last: the name of every other file comes before.
set role guichet_owner;
revoke execute on all functions in schema requests_api from public;
grant select on requests_api.own_rows to web_requester;
grant execute on function requests_api.used, requests_api.days_between, requests_api.add_days to web_public, web_requester, web_desk, worker;
grant execute on function requests_api.draft, requests_api.places, requests_api.named_places, requests_api.save, requests_api.drop_draft, requests_api.file to web_requester, web_public;
grant execute on function requests_api.visitor_sends, requests_api.send_contact_code, requests_api.prove_contact, requests_api.contact_of to web_public;
grant execute on function requests_api.my_requests, requests_api.my_drafts, requests_api.my_request, requests_api.thread, requests_api.open_complements, requests_api.pieces,
	requests_api.lines, requests_api.clock, requests_api.my_contest, requests_api.may_complete, requests_api.complete, requests_api.say, requests_api.withdraw, requests_api.resume,
	requests_api.contest, requests_api.file_of to web_requester;
grant execute on function requests_api.follow, requests_api.follow_thread, requests_api.follow_papers, requests_api.follow_complements,
	requests_api.may_complete_open, requests_api.complete_open, requests_api.follow_file, requests_api.receipt_lines, requests_api.delays, requests_api.shown_delays, requests_api.desk_delays, requests_api.satisfaction, requests_api.survey,
	requests_api.answer_survey to web_public;
grant execute on function requests_api.baskets, requests_api.basket, requests_api.neighbours, requests_api.basket_services, requests_api.my_structures, requests_api.kept, requests_api.keep, requests_api.unkeep,
	requests_api.open_file, requests_api.desk_thread, requests_api.desk_path, requests_api.desk_complements, requests_api.desk_opinions, requests_api.reasons, requests_api.reasons_of, requests_api.targets, requests_api.hand, requests_api.papered_acts, requests_api.join_act,
	requests_api.take, requests_api.assign, requests_api.ask_piece, requests_api.ask_opinion, requests_api.give_opinion, requests_api.propose, requests_api.approve,
	requests_api.send_back, requests_api.write_note, requests_api.judge, requests_api.reopen, requests_api.batch, requests_api.my_absences, requests_api.colleagues, requests_api.be_away,
	requests_api.be_back, requests_api.desk_file_of, requests_api.pieces, requests_api.lines, requests_api.clock, requests_api.open_cases, requests_api.close_case to web_desk;
grant execute on function requests_api.tick, requests_api.compute_delays, requests_api.follow_code, requests_api.survey_token, requests_api.put_request, requests_api.seal_begin,
	requests_api.seal_end to worker;
reset role;
