package vn.lienthong.node.web.internal;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody typed into a form that came when there was no session for it any more. Nothing of it was done.
 *
 * @param path where the form was sent, without its query
 * @param page the page that showed it
 * @param owner the mark of the person who typed it
 * @param at when it came
 * @param fields what was typed, by the names of the fields; never passwords, codes or files
 * @param withFiles whether files were chosen too, which are not kept
 */
record KeptForm(String path, String page, String owner, Instant at, Map<String, List<String>> fields, boolean withFiles)
        implements Serializable {
    /** In the session of its owner, and under the same name in the model of every page. */
    static final String ATTRIBUTE = "keptForm";

    /** Copies the fields. */
    KeptForm {
        fields = fields.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> List.copyOf(field.getValue())));
    }

    /** What a person would miss: every text that was typed, in no particular order. */
    List<String> texts() {
        return fields.entrySet().stream()
                .filter(field -> !FormFilling.REVISIONS.contains(field.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(field -> field.getValue().stream())
                .filter(text -> !text.isBlank())
                .toList();
    }

    @Override
    public String toString() {
        return "KeptForm[" + path + "]";
    }
}
