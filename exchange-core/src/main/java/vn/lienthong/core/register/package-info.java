/**
 * How documents are numbered and what books they are entered in: policies of each bloc, symbols, types, periods, gaps. Rules only;
 * nothing here knows a database.
 */
@CheckReturnValue
@NullMarked
package vn.lienthong.core.register;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
