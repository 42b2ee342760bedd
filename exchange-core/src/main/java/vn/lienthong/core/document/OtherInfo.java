package vn.lienthong.core.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.BoundedText;

/**
 * The lesser metadata, all optional: texts may be empty, numbers null, lists empty.
 *
 * @param sphere sphere of promulgation, free text, at most 100 characters
 * @param typerNotation the typist's sign, at most 10 characters
 * @param promulgationAmount copies, 0 to 999
 * @param pageAmount pages, 0 to 999
 * @param replyFors at most 100 texts of 200 characters
 * @param direction whether it is a steering document
 * @param appendixes names of annexes, at most 100 of 500 characters
 * @param steeringType as received, its code list is unsettled; at most 20 characters
 * @param taskCodes tasks that it answers, at most 100 of 100 characters
 * @param applicationType as received, at most 50 characters
 */
public record OtherInfo(
        String sphere,
        String typerNotation,
        @Nullable Integer promulgationAmount,
        @Nullable Integer pageAmount,
        List<String> replyFors,
        boolean direction,
        List<String> appendixes,
        String steeringType,
        List<String> taskCodes,
        String applicationType) {

    /** The most entries of each list. */
    public static final int MAX_ENTRIES = 100;

    /** The largest amount: three digits. */
    public static final int MAX_AMOUNT = 999;

    /** Nothing said. */
    public static final OtherInfo NONE =
            new OtherInfo("", "", null, null, List.of(), false, List.of(), "", List.of(), "");

    /** Checks lengths and ranges. */
    public OtherInfo {
        sphere = BoundedText.line("sphere of promulgation", sphere, 0, 100);
        typerNotation = BoundedText.line("typer notation", typerNotation, 0, 10);
        promulgationAmount = SmallNumbers.require("promulgation amount", promulgationAmount, MAX_AMOUNT);
        pageAmount = SmallNumbers.require("page amount", pageAmount, MAX_AMOUNT);
        replyFors = TextLists.require("reply-fors", replyFors, MAX_ENTRIES, 200);
        appendixes = TextLists.require("appendixes", appendixes, MAX_ENTRIES, 500);
        steeringType = BoundedText.line("steering type", steeringType, 0, 20);
        taskCodes = TextLists.require("task codes", taskCodes, MAX_ENTRIES, 100);
        applicationType = BoundedText.line("application type", applicationType, 0, 50);
    }
}
