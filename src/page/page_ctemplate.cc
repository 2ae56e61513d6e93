/* The only C++ of the program: compiles a text with ctemplate and renders it (page_ctemplate.h).
 * ctemplate asks its questions through TemplateDictionaryInterface; they are answered from the page's own memory, so
 * that filling a page allocates nothing here, copies no value and takes no lock. */
#include "page_ctemplate.h"

#include <ctemplate/template.h>
#include <ctemplate/template_dictionary_interface.h>
#include <ctemplate/template_emitter.h>

#include <cstdlib>
#include <cstring>
#include <string>

using ctemplate::Template;
using ctemplate::TemplateDictionaryInterface;
using ctemplate::TemplateString;

namespace {

/* Writes to the bytes that the network layer will send. A lack of memory is remembered, the rest is dropped. */
class Output final : public ctemplate::ExpandEmitter {
public:
	explicit Output(struct output *output) : output_(output) {}
	void Emit(char c) override { Emit(&c, 1); }
	void Emit(const std::string &s) override { Emit(s.data(), s.size()); }
	void Emit(const char *s) override { Emit(s, std::strlen(s)); }
	void Emit(const char *s, size_t len) override
	{
		if (len > output_->room - output_->len && !grow(len))
			return;
		if (len > 0)
			std::memcpy(output_->at + output_->len, s, len);
		output_->len += len;
	}

private:
	bool grow(size_t len)
	{
		size_t room = output_->room < 4096 ? 4096 : output_->room * 2;

		if (room < output_->len + len)
			room = output_->len + len;
		char *at = output_->failed ? nullptr : static_cast<char *>(std::realloc(output_->at, room));
		if (at == nullptr) {
			output_->failed = true;
			return false;
		}
		output_->at = at;
		output_->room = room;
		return true;
	}

	struct output *output_;
};

/* A page, or a row of it, as ctemplate sees it. */
class View final : public TemplateDictionaryInterface {
public:
	explicit View(const struct page *page) : page_(page) {}

private:
	class Rows;

	/* A section shown without rows: once, with the page itself. */
	class Once final : public Iterator {
	public:
		explicit Once(const View &view) : view_(view) {}
		bool HasNext() const override { return !done_; }
		const TemplateDictionaryInterface &Next() override
		{
			done_ = true;
			return view_;
		}

	private:
		const View &view_;
		bool        done_ = false;
	};

	TemplateString GetValue(const TemplateString &name) const override
	{
		const char *at = nullptr;
		size_t      len = 0;

		page_value(page_, name.data(), name.size(), &at, &len);
		return TemplateString(at, len);
	}
	bool IsHiddenSection(const TemplateString &name) const override { return !IsUnhiddenSection(name); }
	bool IsUnhiddenSection(const TemplateString &name) const override
	{
		return page_section_shown(page_, name.data(), name.size());
	}
	Iterator *CreateSectionIterator(const TemplateString &name) const override;

	/* Includes at run time are refused when templates are loaded: nothing to say about them. */
	bool IsHiddenTemplate(const TemplateString &) const override { return true; }
	const char *GetIncludeTemplateName(const TemplateString &, int) const override { return ""; }
	Iterator *CreateTemplateIterator(const TemplateString &) const override { return new Once(*this); }
	void DumpToString(std::string *, int) const override {}

	const struct page *page_;
};

/* One view serves all the rows of a section, one after the other. */
class View::Rows final : public Iterator {
public:
	explicit Rows(const struct page *first) : next_(first), view_(first) {}
	bool HasNext() const override { return next_ != nullptr; }
	const TemplateDictionaryInterface &Next() override
	{
		view_.page_ = next_;
		next_ = page_next_row(next_);
		return view_;
	}

private:
	const struct page *next_;
	View               view_;
};

TemplateDictionaryInterface::Iterator *
View::CreateSectionIterator(const TemplateString &name) const
{
	const struct page *first = page_section_rows(page_, name.data(), name.size());

	if (first == nullptr)
		return new Once(*this);
	return new Rows(first);
}

} // namespace

extern "C" struct compiled *
compiled_new(const char *text, size_t len)
{
	try {
		Template *made = Template::StringToTemplate(text, len, ctemplate::DO_NOT_STRIP);

		if (made != nullptr && made->state() != ctemplate::TS_READY) {
			delete made;
			made = nullptr;
		}
		return reinterpret_cast<struct compiled *>(made);
	} catch (...) {
		return nullptr;
	}
}

extern "C" void
compiled_free(struct compiled *compiled)
{
	try {
		delete reinterpret_cast<Template *>(compiled);
	} catch (...) {
	}
}

extern "C" bool
compiled_render(const struct compiled *compiled, const struct page *page, struct output *output)
{
	try {
		const View view(page);
		Output     emitter(output);

		return reinterpret_cast<const Template *>(compiled)->ExpandWithData(&emitter, &view, nullptr) &&
		       !output->failed;
	} catch (...) {
		return false;
	}
}
