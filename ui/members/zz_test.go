package members
import ("testing";"context"
"copleader/data";"copleader/data/datatest";"copleader/data/store";"copleader/ui/kit";"copleader/ui/uitest")
func TestZZ(t *testing.T){
 for name,o := range map[string]uitest.Options{"a":{},"b":{Width:960,Height:640},"c":{Scale:2}, "d":{Scale:1.5}} {
 st:=datatest.Demo(t)
 for i,n:=range []string{"Maximiliane-Alexandra Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst","Wolfeschlegelsteinhausenbergerdorff Hubert Blaine","Supercalifragilisticexpialidocious-Donaudampfschifffahrt Anna"} {
  if err:=store.Rows(st,store.Members).Change(context.Background(),int64(2+i),store.Visit{},func(m *data.Member){m.Name=n;m.Unit="";m.Knows=nil});err!=nil{t.Fatal(err)}
 }
 b:=open(t,st,o)
 b.Win.Canvas().Focus(b.screen.list)
 b.Settle()
 b.Keep("zz-"+name)
 b.screen.list.ArrangeColumns([]kit.ColumnKept{{ID:"name"},{ID:"unit"},{ID:"level"}})
 }
}
