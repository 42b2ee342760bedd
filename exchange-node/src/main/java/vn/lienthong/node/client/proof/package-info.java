/** Checking what nodes hand out without asking any node: directory, evidence and packages prove themselves or do not. */
@NamedInterface("proof")
@CheckReturnValue
@NullMarked
package vn.lienthong.node.client.proof;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
