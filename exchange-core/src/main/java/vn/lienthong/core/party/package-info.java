/** Agencies and nodes: who sends, who receives, who carries. */
@NullMarked
@CheckReturnValue
package vn.lienthong.core.party;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
