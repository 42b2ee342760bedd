/**
 * Folders for document-management systems without any interface of their own: an agency's system drops documents into {@code out/}
 * and finds what arrived in {@code in/} and news in {@code status/} ({@code docs/folders.md}).
 *
 * <p>Guarantees: a document that was dropped is sent once, whenever the node is killed; one that arrived is taken only when the
 * system has removed or marked it; nothing outside the folder is touched, no symbolic link is followed.
 */
@ApplicationModule(
        allowedDependencies = {
            "delivery",
            "desk :: door",
            "documents",
            "edxml",
            "events",
            "gateway",
            "identity",
            "keys",
            "platform",
            "statement"
        })
@CheckReturnValue
@NullMarked
package vn.lienthong.node.dropfolder;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
