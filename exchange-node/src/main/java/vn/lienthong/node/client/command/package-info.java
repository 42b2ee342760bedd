/** The commands for people and scripts that use a node from outside: send, inbox, open, verify, keys. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.client.command;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
