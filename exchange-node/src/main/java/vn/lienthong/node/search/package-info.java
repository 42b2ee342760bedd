/**
 * One search over all documents that a person may see, and filters that people keep for lists. Whoever has documents offers them as
 * a {@link vn.lienthong.node.search.SearchSource}.
 *
 * <p>Guarantees: every question to the database names the agencies of the person who asks; whatever was typed reaches it as a value;
 * an answer takes bounded time however many documents there are, and says when it is not complete.
 */
@ApplicationModule(allowedDependencies = {"identity", "listing", "platform", "web"})
@CheckReturnValue
@NullMarked
package vn.lienthong.node.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
