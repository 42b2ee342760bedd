package vn.lienthong.node.dropfolder.internal;

import java.util.List;
import java.util.Map;
import vn.lienthong.core.error.ErrorCode;

/** What came of something that was dropped. */
sealed interface DropResult {

    /**
     * It was taken.
     *
     * @param told what the system is told
     */
    record Sent(Map<String, Object> told) implements DropResult {}

    /**
     * It is not taken, and never will be as it is.
     *
     * @param told what the system is told
     */
    record Failed(Map<String, Object> told) implements DropResult {

        static Failed of(ErrorCode code) {
            return of(code, code.vietnamese(), code.english());
        }

        static Failed of(ErrorCode code, String vietnamese, String english) {
            return new Failed(FolderJson.refused(code, vietnamese, english, List.of()));
        }
    }

    /** It may be taken later; it stays where it is. */
    record Later() implements DropResult {}
}
