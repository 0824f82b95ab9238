//! What a term of a list adds to the words of an entry in one language.

use super::merge::Merge;
use super::report::{Remark, in_quotes};
use crate::model::{AvoidedForm, Language, Wording};

/// The most forms of one sort that an entry takes in one language. Nobody could read more.
const MOST_FORMS: usize = 200;

impl Merge<'_> {
    /// Merges what a list calls a concept in a language.
    pub(super) fn merge_forms(&mut self, language: &Language, theirs: &Wording) {
        self.preferred(language, &theirs.preferred);
        for form in &theirs.admitted {
            self.form(language, form, false);
        }
        for form in &theirs.variants {
            self.form(language, form, true);
        }
        self.exceptions(language, &theirs.exceptions);
        for avoided in &theirs.avoided {
            self.merge_avoided(language, avoided);
        }
    }

    pub(super) fn wording_mut(&mut self, language: &Language) -> &mut Wording {
        &mut self.entry.claim.concept.wordings[language.id.index()]
    }

    /// Whether a form of the original may stand in this entry: no other has it.
    fn is_free(&mut self, language: &Language, form: &str) -> bool {
        if language.id.index() > 0 {
            return true;
        }
        let owner = *self.claimed.entry(form.to_owned()).or_insert(self.place);
        if owner != self.place {
            let other = &self.ids[owner];
            self.conflict(format!("{} at {} is a form of `{other}`", in_quotes(form), self.at));
        }
        owner == self.place
    }

    fn preferred(&mut self, language: &Language, theirs: &str) {
        let code = language.code.as_str();
        let ours = self.wording_mut(language).preferred.clone();
        if theirs.is_empty() || theirs == ours || !self.is_free(language, theirs) {
            return;
        }
        if ours.is_empty() {
            if self.may_use(language, theirs) {
                theirs.clone_into(&mut self.wording_mut(language).preferred);
                self.added(code, format!("{code} {}", in_quotes(theirs)));
            }
        } else if self.takes(code, code, &ours, theirs) {
            let wording = self.wording_mut(language);
            let had = wording.variants.len() + wording.avoided.len();
            wording.admitted.retain(|form| form != theirs);
            wording.variants.retain(|form| form != theirs);
            wording.avoided.retain(|avoided| avoided.form != theirs);
            let has = wording.variants.len() + wording.avoided.len();
            // Texts may hold it, so it goes on to mean the concept.
            wording.admitted.insert(0, ours);
            theirs.clone_into(&mut wording.preferred);
            if has < had {
                self.entry.changed.extend(["variants".to_owned(), "avoid".to_owned()]);
            }
        }
    }

    /// Whether a form that is to be used is not one that the entry avoids.
    fn may_use(&mut self, language: &Language, form: &str) -> bool {
        let is_avoided = self.wording_mut(language).avoided.iter().any(|one| one.form == form);
        if !is_avoided {
            return true;
        }
        let what = format!("{} in {}", in_quotes(form), language.code);
        let is_taken = self.takes("avoid", &what, "to be avoided", "to be used");
        if is_taken {
            self.wording_mut(language).avoided.retain(|one| one.form != form);
        }
        is_taken
    }

    /// Whether there are as many as an entry takes.
    pub(super) fn is_full(&mut self, count: usize, what: &str) -> bool {
        let is_full = count >= MOST_FORMS;
        if is_full {
            let words = format!("{}: there are {MOST_FORMS} already", in_quotes(what));
            self.entry.remarks.push(Remark::NotTaken(words));
        }
        is_full
    }

    fn form(&mut self, language: &Language, form: &str, is_variant: bool) {
        let count = self.wording_mut(language).forms().count();
        if form.is_empty()
            || self.wording_mut(language).forms().any(|known| known == form)
            || self.is_full(count, form)
            || !self.is_free(language, form)
            || !self.may_use(language, form)
        {
            return;
        }
        let code = language.code.clone();
        let wording = self.wording_mut(language);
        if is_variant {
            wording.variants.push(form.to_owned());
            self.added("variants", format!("the variant {} in {code}", in_quotes(form)));
        } else if wording.preferred.is_empty() {
            form.clone_into(&mut wording.preferred);
            self.added(&code, format!("{code} {}", in_quotes(form)));
        } else {
            wording.admitted.push(form.to_owned());
            self.added(&code, format!("{} as admitted in {code}", in_quotes(form)));
        }
    }

    fn exceptions(&mut self, language: &Language, exceptions: &[String]) {
        for form in exceptions {
            let known = &self.wording_mut(language).exceptions;
            let count = known.len();
            if !form.is_empty() && !known.contains(form) && !self.is_full(count, form) {
                self.wording_mut(language).exceptions.push(form.clone());
                self.added("except", format!("the exception {}", in_quotes(form)));
            }
        }
    }

    fn merge_avoided(&mut self, language: &Language, theirs: &AvoidedForm) {
        let code = language.code.as_str();
        let known =
            self.wording_mut(language).avoided.iter().position(|one| one.form == theirs.form);
        if let Some(known) = known {
            let mut why = std::mem::take(&mut self.wording_mut(language).avoided[known].why);
            let what = format!("the reason against {}", in_quotes(&theirs.form));
            self.map("avoid", &what, &mut why, &theirs.why);
            self.wording_mut(language).avoided[known].why = why;
            return;
        }
        let count = self.wording_mut(language).avoided.len();
        if theirs.form.is_empty() || self.is_full(count, &theirs.form) {
            return;
        }
        let wording = self.wording_mut(language);
        if wording.forms().any(|form| form == theirs.form) {
            let what = format!("{} in {code}", in_quotes(&theirs.form));
            if wording.preferred == theirs.form {
                // Without another term, there would be none.
                let at = &self.at;
                self.conflict(format!("{what} is preferred here, avoided at {at}"));
                return;
            }
            if !self.takes("avoid", &what, "to be used", "to be avoided") {
                return;
            }
            let wording = self.wording_mut(language);
            wording.admitted.retain(|form| *form != theirs.form);
            wording.variants.retain(|form| *form != theirs.form);
            wording.avoided.push(theirs.clone());
            self.entry.changed.extend([code.to_owned(), "variants".to_owned()]);
            return;
        }
        self.wording_mut(language).avoided.push(theirs.clone());
        self.added("avoid", format!("{} as avoided in {code}", in_quotes(&theirs.form)));
    }
}
