/** Tests of statements. */
@NullMarked
package vn.lienthong.core.statement;

import org.jspecify.annotations.NullMarked;
