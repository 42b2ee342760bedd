@NullMarked
package vn.lienthong.node.soap.internal.contract;

import org.jspecify.annotations.NullMarked;
