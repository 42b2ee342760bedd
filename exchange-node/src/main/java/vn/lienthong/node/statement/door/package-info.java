/** Statements as programs read and make them, whatever door they come through: requests, answers and the rules between them. */
@NamedInterface("door")
@CheckReturnValue
@NullMarked
package vn.lienthong.node.statement.door;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
