package vn.lienthong.node.web.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.model.IText;

/** A form of a page with what was typed in it before. */
final class FilledForm {
    private static final Set<String> TOKENS = Set.of("_csrf", OwnedForms.FIELD);
    private static final Set<String> WITHOUT_TEXT =
            Set.of("hidden", "password", "file", "submit", "button", "image", "reset");
    private static final String VALUE = "value";
    private static final String NAME = "name";

    private final KeptForm kept;
    private final IModelFactory tags;
    private final Map<String, Integer> used = new HashMap<>();
    private String select = "";
    private boolean inTypedArea;

    FilledForm(KeptForm kept, IModelFactory tags) {
        this.kept = kept;
        this.tags = tags;
    }

    /** The form with what was typed; empty when it is another form, or the same about something else. */
    Optional<List<ITemplateEvent>> fill(List<ITemplateEvent> form) {
        return isTheOne(form) ? Optional.of(filled(form)) : Optional.empty();
    }

    private boolean isTheOne(List<ITemplateEvent> form) {
        boolean path = form.stream()
                .filter(IProcessableElementTag.class::isInstance)
                .map(IProcessableElementTag.class::cast)
                .anyMatch(tag -> isPath(text(tag, "action")) || isPath(text(tag, "formaction")));
        return path
                && form.stream()
                        .filter(IProcessableElementTag.class::isInstance)
                        .map(IProcessableElementTag.class::cast)
                        .filter(tag -> type(tag).equals("hidden"))
                        .allMatch(this::isTheSame);
    }

    private boolean isPath(String address) {
        int query = address.indexOf('?');
        return kept.path().equals(query < 0 ? address : address.substring(0, query));
    }

    /** Hidden fields say what the form is about; what it is about must be the same. */
    private boolean isTheSame(IProcessableElementTag hidden) {
        String name = text(hidden, NAME);
        return TOKENS.contains(name)
                || FormFilling.REVISIONS.contains(name)
                || kept.fields().getOrDefault(name, List.of("")).contains(text(hidden, VALUE));
    }

    private List<ITemplateEvent> filled(List<ITemplateEvent> form) {
        List<ITemplateEvent> out = new ArrayList<>();
        for (ITemplateEvent event : form) {
            switch (event) {
                case IOpenElementTag tag -> open(tag, out);
                case ICloseElementTag tag -> close(tag, out);
                case IText text -> {
                    // What the page would have shown in an area gives way to what was typed.
                    if (!inTypedArea) {
                        out.add(text);
                    }
                }
                case IStandaloneElementTag tag -> out.add(isInput(tag) ? input(tag) : tag);
                default -> out.add(event);
            }
        }
        return out;
    }

    private void open(IOpenElementTag tag, List<ITemplateEvent> out) {
        switch (tag.getElementCompleteName()) {
            case "textarea" -> {
                out.add(tag);
                @Nullable String typed = next(text(tag, NAME));
                inTypedArea = typed != null;
                if (typed != null) {
                    out.add(tags.createText("\n" + escaped(typed)));
                }
            }
            case "select" -> {
                select = text(tag, NAME);
                out.add(tag);
            }
            case "option" -> out.add(kept.fields().containsKey(select) ? marked(tag, "selected", select) : tag);
            case "input" -> out.add(input(tag));
            default -> out.add(tag);
        }
    }

    private void close(ICloseElementTag tag, List<ITemplateEvent> out) {
        inTypedArea = inTypedArea && !tag.getElementCompleteName().equals("textarea");
        out.add(tag);
    }

    private static boolean isInput(IProcessableElementTag tag) {
        return tag.getElementCompleteName().equals("input");
    }

    private ITemplateEvent input(IProcessableElementTag tag) {
        String name = text(tag, NAME);
        String type = type(tag);
        if (type.equals("checkbox") || type.equals("radio")) {
            return marked(tag, "checked", name);
        }
        if (WITHOUT_TEXT.contains(type) && !FormFilling.REVISIONS.contains(name)) {
            return tag;
        }
        @Nullable String typed = next(name);
        return typed == null ? tag : tags.setAttribute(tag, VALUE, escaped(typed));
    }

    private <T extends IProcessableElementTag> T marked(T tag, String mark, String name) {
        String value = tag.hasAttribute(VALUE) ? text(tag, VALUE) : "on";
        T plain = tags.removeAttribute(tag, mark);
        return kept.fields().getOrDefault(name, List.of()).contains(value)
                ? tags.setAttribute(plain, mark, mark)
                : plain;
    }

    /** The next value of a field of that name; fields of one name come in the order of the form. */
    private @Nullable String next(String name) {
        List<String> all = kept.fields().getOrDefault(name, List.of());
        int at = used.merge(name, 1, Integer::sum) - 1;
        return at < all.size() ? all.get(at) : null;
    }

    private static String type(IProcessableElementTag tag) {
        return isInput(tag) ? text(tag, "type").toLowerCase(Locale.ROOT) : "";
    }

    private static String text(IProcessableElementTag tag, String attribute) {
        String value = tag.getAttributeValue(attribute);
        return value == null ? "" : HtmlUtils.htmlUnescape(value);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }
}
