/** Statements over REST ({@code docs/rest-api.md}). */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.statement.internal.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
