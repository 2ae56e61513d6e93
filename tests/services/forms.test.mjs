// Every form of the project against the published JSON Schema, as another implementation reads it; and forms that it must refuse.
//   forms.test.mjs BASE_URL VAR_DIR
import Ajv from "ajv";
import { readdirSync, readFileSync } from "node:fs";

const [base] = process.argv.slice(2);
const folder = new URL("../../templates/forms/", import.meta.url);
let passed = 0, failed = 0;
function check(name, ok, detail = "") {
	if (ok) passed++; else failed++;
	console.log(`${ok ? "ok" : "not ok"} - ${name}${ok ? "" : ` (${detail})`}`);
}

const schema = await (await fetch(base + "/formulaires/schema.json")).json();
delete schema.$id;
const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
const names = readdirSync(folder).filter(n => n.endsWith(".json") && n !== "schema.json");
check("there are forms", names.length >= 9, names.length);
for (const name of names) {
	const form = JSON.parse(readFileSync(new URL(name, folder)));
	check(name, validate(form), JSON.stringify(validate.errors));
}
const good = () => JSON.parse(readFileSync(new URL("autorisation-stage.json", folder)));
for (const [name, spoil] of Object.entries({
	"an unknown word": f => { f.couleur = "vert"; },
	"a type that does not exist": f => { f.sections[0].champs[0].type = "texxte"; },
	"a choice without choices": f => { f.sections[0].champs[0].type = "choix"; },
	"no path": f => { delete f.parcours; },
	"an identifier in capitals": f => { f.sections[0].champs[0].id = "Nom"; },
	"formats on a text": f => { f.sections[0].champs[0].formats = ["pdf"]; },
})) {
	const form = good();
	spoil(form);
	check(`refused: ${name}`, !validate(form));
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
