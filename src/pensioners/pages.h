/* What the files of the service share: inputs, their fields, the statements, the handlers. */
#ifndef GUICHET_PENSIONERS_PAGES_H
#define GUICHET_PENSIONERS_PAGES_H
#include "guichet/app.h"
#include "guichet/export.h"

/* my pension */
struct one_input { int64_t certificat, compte; };
struct address_input { str commune, adresse; };
struct account_input { str nature, nom, compte, telephone; };
struct token_input { str jeton; };
extern const struct field PENSIONER_RECEIPT_FIELDS[], PENSIONER_STOP_MINE_FIELDS[], PENSIONER_ADDRESS_FIELDS[], PENSIONER_ACCOUNT_CHOICE_FIELDS[],
	PENSIONER_ACCOUNT_KIND_FIELDS[], PENSIONER_ACCOUNT_FIELDS[], PENSIONER_TOKEN_FIELDS[];
extern const struct query PENSIONER_MY_PENSION, PENSIONER_MY_BOOKLET, PENSIONER_MY_AMOUNTS, PENSIONER_MY_ACCOUNTS, PENSIONER_MY_LIFE,
	PENSIONER_MY_ADDRESSES, PENSIONER_MY_NOTICES, PENSIONER_MY_LIFE_RECEIPT, PENSIONER_COMMUNES, PENSIONER_CHANGE_ADDRESS, PENSIONER_MY_FRESH,
	PENSIONER_ASK_ACCOUNT,
	PENSIONER_STOP_MINE, PENSIONER_STOP_PAGE, PENSIONER_STOP_BY_LINK;
answer_fn pensioner_own_pension_answer, pensioner_booklet_answer, pensioner_address_answer, pensioner_account_answer, pensioner_stop_page_answer;
ask_fn pensioner_account_ask;

/* the desk that sees pensioners */
struct find_input { str matricule, nom; struct date naissance; };
struct person_input { int64_t agent; };
struct life_input { int64_t agent; str comment, lieu, piece, fin; struct date vu_le; bool vu; };
struct stop_input { int64_t agent, certificat, compte; str motif; };
struct due_input { str liste, format; int64_t page; };
extern const struct field PENSIONER_FIND_FIELDS[], PENSIONER_PERSON_FIELDS[], PENSIONER_LIFE_FIELDS[], PENSIONER_LIFE_ONE_FIELDS[],
	PENSIONER_LIFE_STOP_FIELDS[], PENSIONER_ACCOUNT_STOP_FIELDS[], PENSIONER_DUE_FIELDS[], PENSIONER_DUE_EXPORT_FIELDS[];
extern const struct query PENSIONER_MY_DAY, PENSIONER_FIND, PENSIONER_OPEN_PERSON, PENSIONER_PERSON_CERTIFICATES, PENSIONER_WAITING_ACCOUNT,
	PENSIONER_RECORD_LIFE, PENSIONER_LIFE_RECEIPT, PENSIONER_STOP_LIFE, PENSIONER_STOP_ACCOUNT_AT_DESK, PENSIONER_DUE_LIST, PENSIONER_DUE_COUNTS,
	PENSIONER_DUE_EXPORT;
then_fn pensioner_find_then;
ask_fn pensioner_find_ask, pensioner_life_ask, pensioner_due_ask, pensioner_due_export_ask;
answer_fn pensioner_counter_answer, pensioner_find_answer, pensioner_person_answer, pensioner_life_answer, pensioner_due_answer,
	pensioner_due_export_answer;

/* claims: by the claimant, or by a centre for him; the same handlers, the route's permission says which */
struct begin_input { str matricule, lien, nom, telephone; struct date naissance, deces; };
struct claims_input { int64_t page; };
struct claim_input { int64_t demande, survivant, papier; };
struct survivor_input { int64_t demande; str lien, nom, prenoms, acte; struct date naissance; };
struct paper_input { int64_t demande; str nature; struct upload fichier; };
struct send_input { int64_t demande; bool accord; str reponse; };
enum { PAPER_MOST = 5 * 1024 * 1024 };
extern const struct field PENSIONER_CLAIMS_FIELDS[], PENSIONER_BEGIN_FIELDS[], PENSIONER_BEGIN_CENTRE_FIELDS[], PENSIONER_CLAIM_FIELDS[],
	PENSIONER_CLAIM_SURVIVOR_FIELDS[], PENSIONER_CLAIM_PAPER_FIELDS[], PENSIONER_SURVIVOR_FIELDS[], PENSIONER_PAPER_FIELDS[],
	PENSIONER_SEND_FIELDS[];
extern const struct query PENSIONER_MY_CLAIMS, PENSIONER_IDENTIFY, PENSIONER_BEGIN_CLAIM, PENSIONER_CLAIM, PENSIONER_CLAIM_SURVIVORS,
	PENSIONER_CLAIM_PAPERS, PENSIONER_CLAIM_THREAD, PENSIONER_CLAIM_PAPER_KINDS, PENSIONER_SHARE_VALUES, PENSIONER_SHARE_BASE,
	PENSIONER_ADD_SURVIVOR, PENSIONER_DROP_SURVIVOR, PENSIONER_MAY_ADD_PAPER,
	PENSIONER_ADD_PAPER, PENSIONER_DROP_PAPER, PENSIONER_CLAIM_PAPER_FILE, PENSIONER_FILE_CLAIM, PENSIONER_DROP_CLAIM;
ask_fn pensioner_claims_ask, pensioner_begin_ask, pensioner_survivor_ask, pensioner_drop_survivor_ask, pensioner_paper_ask,
	pensioner_drop_paper_ask, pensioner_send_ask, pensioner_drop_claim_ask;
then_fn pensioner_begin_then, pensioner_paper_then;
answer_fn pensioner_claims_answer, pensioner_begin_page_answer, pensioner_begin_answer, pensioner_claim_answer, pensioner_claim_form_answer,
	pensioner_claim_file_answer;
/* "/pensions-reversion", or "/retraites/reversion" at a centre. */
const char *pensioner_claim_base(const struct request *req);
/* The section SHARES: each survivor's part, or which value is missing. */
void pensioner_show_shares(const struct request *req, const struct results *got, struct page *page);

/* claims: the pension service */
struct desk_claims_input { str etat, format; int64_t page; };
struct decide_input { int64_t demande; str demande_texte, motif, explication; };
extern const struct field PENSIONER_DESK_CLAIMS_FIELDS[], PENSIONER_DESK_CLAIMS_EXPORT_FIELDS[], PENSIONER_COMPLEMENT_FIELDS[],
	PENSIONER_REJECT_FIELDS[];
extern const struct query PENSIONER_DESK_CLAIM_COUNTS, PENSIONER_DESK_CLAIMS, PENSIONER_EXPORT_CLAIMS, PENSIONER_OPEN_CLAIM,
	PENSIONER_CLAIM_WARNINGS, PENSIONER_CLAIM_REASONS, PENSIONER_ASK_COMPLEMENT, PENSIONER_REJECT_CLAIM, PENSIONER_ADMIT_CLAIM;
ask_fn pensioner_desk_claims_ask, pensioner_export_claims_ask;
answer_fn pensioner_desk_claims_answer, pensioner_export_claims_answer, pensioner_desk_claim_answer;

/* Lists: the rows of a page (one more was asked), the links to its neighbours. */
void         pensioners_paged(const struct request *req, const char *section, const struct rows *rows, size_t most, int64_t number,
	struct page *page);
#endif
