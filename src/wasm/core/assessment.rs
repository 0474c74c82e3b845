use super::input as own;
use super::platform::new_id;
use super::via_serde;
use crate::assessment::{self, DocumentChange, InclusionChange, OrganisationChange, StatementChange, Subject};
use crate::json::{Json, ObjectWriter, Value, list};
use crate::output::{checklist, envelope, statement};
use crate::scoring::{self, Estimate, METHOD, Plan, Report, Scores, Summary};
use crate::wasm::clock::now;
use crate::wasm::{JsResult, input, via_text};
use wasm_bindgen::prelude::*;

/// All answers of one organisation about one edition of the standard.
#[wasm_bindgen]
pub struct Assessment(assessment::Assessment);

#[wasm_bindgen]
impl Assessment {
    /// An assessment without answers. Options: `target` (1 to 5, default 3), `id`, `organisation`, `assessor`.
    pub fn create(
        #[wasm_bindgen(unchecked_param_type = "Edition")] edition: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CreateOptions")] options: &JsValue,
    ) -> JsResult<Assessment> {
        let mut it = Self(assessment::Assessment::new(input::edition(edition)?));
        let options = input::Fields::of(options, "options")?;
        let id = options.text("id")?.unwrap_or_else(new_id);
        it.0.identify(&id, &now())?;
        if let Some(target) = options.get("target")? {
            it.0.set_target(own::target(&target)?, &now())?;
        }
        if let Some(organisation) = options.get("organisation")? {
            it.set_organisation(&organisation)?;
        }
        if let Some(assessor) = options.text("assessor")? {
            it.0.set_assessor(&assessor, &now())?;
        }
        Ok(it)
    }

    /// Reads an assessment file. What is wrong in it is thrown with its JSON path as `subject`.
    pub fn parse(#[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue) -> JsResult<Assessment> {
        Ok(Self(assessment::Assessment::parse(&input::file_text(text)?)?))
    }

    /// The built-in example.
    pub fn example(#[wasm_bindgen(unchecked_param_type = "Edition")] edition: &JsValue) -> JsResult<Assessment> {
        Ok(Self(assessment::Assessment::example(input::edition(edition)?)?))
    }

    /// Whether nothing is in it that a person put in. The edition, the id and the times do not count.
    #[wasm_bindgen(js_name = "isEmpty")]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The edition it is about.
    #[wasm_bindgen(getter, unchecked_return_type = "Edition")]
    pub fn edition(&self) -> String {
        self.0.edition().year().into()
    }

    /// The level that the organisation aims at, 1 to 5; only one above 3 is scored apart.
    #[wasm_bindgen(getter)]
    pub fn target(&self) -> u8 {
        self.0.target().number()
    }

    /// Answers a requirement (`"A.5.1"`) or an area (`"area:policy"`).
    pub fn respond(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Answer")] answer: &JsValue,
    ) -> JsResult<()> {
        let id = input::text(id, "id")?;
        Ok(self.0.respond(&id, input::answer(answer, &id)?, &now())?)
    }

    /// Makes a control (`"A.7.4"`), or an area of controls (`"area:suppliers"`), not applicable, with its reason.
    pub fn exclude(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] reason: &JsValue,
    ) -> JsResult<()> {
        Ok(self.0.exclude(&input::text(id, "id")?, &input::text(reason, "reason")?, &now())?)
    }

    /// Makes every control of an area not applicable, each with an answer of its own and the same reason.
    #[wasm_bindgen(js_name = "excludeArea")]
    pub fn exclude_area(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] key: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] reason: &JsValue,
    ) -> JsResult<()> {
        Ok(self.0.exclude_area(&input::text(key, "key")?, &input::text(reason, "reason")?, &now())?)
    }

    /// Takes an answer back; notes, owner and evidence stay.
    pub fn clear(&mut self, #[wasm_bindgen(unchecked_param_type = "string")] id: &JsValue) -> JsResult<()> {
        Ok(self.0.clear(&input::text(id, "id")?, &now())?)
    }

    /// Changes note, owner, due date or evidence; what is not given stays.
    pub fn annotate(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Annotation")] annotation: &JsValue,
    ) -> JsResult<()> {
        Ok(self.0.annotate(&input::text(id, "id")?, own::annotation(annotation)?, &now())?)
    }

    /// Says why a control is in the Statement of Applicability; what is not given stays.
    pub fn justify(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "{ because?: InclusionReason[]; note?: string }")] inclusion: &JsValue,
    ) -> JsResult<()> {
        let id = input::text(id, "id")?;
        let fields = input::Fields::of(inclusion, "inclusion")?;
        let because = fields.list("because")?.map(|list| input::inclusion_reasons(&list)).transpose()?;
        Ok(self.0.justify(&id, InclusionChange { because, note: fields.text("note")? }, &now())?)
    }

    /// Sets the status of a document (`null` takes it back), with owner, link and note; what is not given stays.
    #[wasm_bindgen(js_name = "setDocument")]
    pub fn set_document(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] key: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "DocumentStatus | null")] status: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "DocumentDetails")] details: &JsValue,
    ) -> JsResult<()> {
        let key = input::text(key, "key")?;
        let status = if status.is_null() { None } else { Some(input::status(status, &key)?) };
        let details = input::Fields::of(details, "details")?;
        let [owner, href, note] = details.texts(["owner", "href", "note"])?;
        Ok(self.0.set_document(&key, DocumentChange { status: Some(status), owner, href, note }, &now())?)
    }

    /// Says who is assessed; what is not given stays, a headcount of `null` is taken back.
    #[wasm_bindgen(js_name = "setOrganisation")]
    pub fn set_organisation(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "{ name?: string; headcount?: number | null; scope?: string }")]
        organisation: &JsValue,
    ) -> JsResult<()> {
        let fields = input::Fields::of(organisation, "organisation")?;
        let headcount = own::headcount(&fields)?;
        let [name, scope] = fields.texts(["name", "scope"])?;
        Ok(self.0.set_organisation(OrganisationChange { name, headcount, scope }, &now())?)
    }

    /// Says who answers.
    #[wasm_bindgen(js_name = "setAssessor")]
    pub fn set_assessor(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] assessor: &JsValue,
    ) -> JsResult<()> {
        Ok(self.0.set_assessor(&input::text(assessor, "assessor")?, &now())?)
    }

    /// Changes the target, 1 to 5.
    #[wasm_bindgen(js_name = "setTarget")]
    pub fn set_target(&mut self, #[wasm_bindgen(unchecked_param_type = "number")] target: &JsValue) -> JsResult<()> {
        Ok(self.0.set_target(own::target(target)?, &now())?)
    }

    /// Fills the head of the Statement of Applicability; what is not given stays.
    #[wasm_bindgen(js_name = "setStatement")]
    pub fn set_statement(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "{ version?: string; approver?: string; date?: string }")]
        statement: &JsValue,
    ) -> JsResult<()> {
        let fields = input::Fields::of(statement, "statement")?;
        let [version, approver, date] = fields.texts(["version", "approver", "date"])?;
        Ok(self.0.set_statement(StatementChange { version, approver, date }, &now())?)
    }

    /// Keeps the overall score of now under a name, to compare with later.
    pub fn snapshot(&mut self, #[wasm_bindgen(unchecked_param_type = "string")] label: &JsValue) -> JsResult<()> {
        let overall = Scores::of(&self.0).overall();
        Ok(self.0.take_snapshot(&input::text(label, "label")?, overall, METHOD, &now())?)
    }

    /// Removes the snapshot at a place, counted from 0.
    #[wasm_bindgen(js_name = "removeSnapshot")]
    pub fn remove_snapshot(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] index: &JsValue,
    ) -> JsResult<()> {
        Ok(self.0.remove_snapshot(own::index(index), &now())?)
    }

    /// Overall score, coverage, parts, findings and stages: small, for every keystroke.
    #[wasm_bindgen(unchecked_return_type = "Summary")]
    pub fn summary(&self) -> JsResult<JsValue> {
        via_serde(Summary::of(&self.0).json())
    }

    /// Everything that the method says.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn report(&self) -> JsResult<JsValue> {
        via_text(Report::of(&self.0).json())
    }

    /// What to do, in order, and what to find out.
    #[wasm_bindgen(unchecked_return_type = "Plan")]
    pub fn plan(&self) -> JsResult<JsValue> {
        via_text(Plan::of(&self.0).json())
    }

    /// The documents checklist.
    #[wasm_bindgen(unchecked_return_type = "ChecklistRow[]")]
    pub fn checklist(&self) -> JsResult<JsValue> {
        via_text(checklist::checklist(&self.0).json())
    }

    /// The Statement of Applicability.
    #[wasm_bindgen(unchecked_return_type = "StatementRow[]")]
    pub fn statement(&self) -> JsResult<JsValue> {
        via_text(statement::rows(&self.0).json())
    }

    /// The same as `statement`, by its older name.
    #[wasm_bindgen(unchecked_return_type = "StatementRow[]")]
    pub fn soa(&self) -> JsResult<JsValue> {
        self.statement()
    }

    /// Time and audit days, as rules of thumb; null without a headcount, and for 2013.
    #[wasm_bindgen(unchecked_return_type = "Estimate | null")]
    pub fn estimate(&self) -> JsResult<JsValue> {
        via_serde(Estimate::of(&self.0).json())
    }

    /// What the low end of the overall score would gain, in basis points, with this one answer. Changes nothing. Takes
    /// requirement ids, `"area:…"` with an answer, and `"document:…"` with a status.
    #[wasm_bindgen(js_name = "whatIf")]
    pub fn what_if(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Answer | DocumentStatus")] answer: &JsValue,
    ) -> JsResult<i32> {
        let id = input::text(id, "id")?;
        if let Some(key) = id.strip_prefix("document:") {
            let index = self.0.document_index(key)?;
            return Ok(scoring::what_if_document(&self.0, index, input::status(answer, key)?));
        }
        let subject = Subject::find(self.0.edition(), &id)?;
        Ok(scoring::what_if(&self.0, subject, input::answer(answer, &id)?)?)
    }

    /// How another assessor's file stands to this one: every requirement, area and document of which a side says
    /// something, and every clash of scope.
    #[wasm_bindgen(unchecked_return_type = "Compared[]")]
    pub fn compare(&self, #[wasm_bindgen(unchecked_param_type = "string")] other: &JsValue) -> JsResult<JsValue> {
        via_text(list(&self.0.compare(&other_file(other)?)?))
    }

    /// Takes in another assessor's file. Where answers differ the lower one counts, unless `settle` says for the id of
    /// the comparison whose does. Notes, owners and evidence of both are joined.
    pub fn merge(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] other: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Record<string, Resolution>")] settle: &JsValue,
    ) -> JsResult<()> {
        let choices = own::resolutions(settle)?;
        let choice =
            |id: &str| choices.iter().find(|(of, _)| of == id).map(|(_, resolution)| *resolution).unwrap_or_default();
        Ok(self.0.merge(&other_file(other)?, &choice, &now())?)
    }

    /// This assessment in the other edition, as the text of a file, and the list of what to look at again.
    #[wasm_bindgen(js_name = "carryOver", unchecked_return_type = "CarriedOver")]
    pub fn carry_over(&self) -> JsResult<JsValue> {
        let (next, review) = self.0.carry_over(&now())?;
        let text = next.to_json();
        let mut carried = ObjectWriter::new();
        carried.field("assessment", &text);
        carried.field("review", &review);
        via_text(Value::Object(carried))
    }

    /// The result envelope: the assessment with its report, sealed, for `verify` at the receiver's. `binding` says for which
    /// request it is made: what the receiver gave for it stands inside the sealed part. Times that are none are left out.
    #[wasm_bindgen(unchecked_return_type = "ResultEnvelope")]
    pub fn result(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ResultBinding")] binding: &JsValue,
    ) -> JsResult<JsValue> {
        let envelope = match own::binding(binding)? {
            Some(binding) => envelope::seal_for(&self.0, &binding),
            None => envelope::seal(&self.0),
        };
        js_sys::JSON::parse(&envelope)
    }

    /// The canonical text of the assessment file: the same assessment gives the same bytes.
    #[wasm_bindgen(js_name = "toJSON")]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }
}

fn other_file(text: &JsValue) -> JsResult<assessment::Assessment> {
    Ok(assessment::Assessment::parse(&input::file_text(text)?)?)
}
